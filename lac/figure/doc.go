// Package figure finds the numbers that a text states: counts, sums of money,
// percentages, quantities, ranges, fractions, in digits and in words, in English,
// Spanish, Portuguese, Chinese and French. It follows rules that can be read; it knows no
// model and no network, and the same text gives the same answer.
//
//	for _, f := range figure.Find(text, language.Spanish) {
//		fmt.Println(f.Stated.Text, f.Stated.Value)
//	}
//
// [Find] finds every number; [Figure.Role] says which of them count nothing, such
// as years and those in names; [Figure.Doubt] what the text leaves open. A
// [Figure] has its hedge and what it counts or measures, as a [lac.Stated]:
// "nearly $51 billion", "70.2 thousand million", "三分之一".
//
// [Rows] gives the same as plain data, for exchange with other programs.
package figure
