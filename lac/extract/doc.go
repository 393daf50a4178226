// Package extract reads what a text states.
package extract
