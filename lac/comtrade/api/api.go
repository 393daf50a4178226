// Package api gets trade from UN Comtrade's public API.
//
//	client := api.Client{Key: os.Getenv("COMTRADE_KEY")}
//	answers, err := client.Get(ctx, lac.TradeQuery{Reporter: lac.China, Partner: lac.Peru, Period: lac.Years(2015, 2019)})
//	for _, answer := range answers {
//		r := comtrade.NewReader(bytes.NewReader(answer.Body))
//		…
//	}
//
// A query becomes one request or several: the API takes up to twelve periods in one, and
// codes of countries, not regions or blocs. Each answer is kept as the agency sent it,
// and package comtrade reads it; saved, it can be read again. A [Cache] is asked before
// the agency is.
//
// Without a key the API gives previews of 500 records. An answer with as many records as
// the limit allows may have been cut off, and so it is an error: ask for less.
package api

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/sinolac/sinolac/lac"
)

// DefaultURL is the address of the API.
const DefaultURL = "https://comtradeapi.un.org"

// Limits of the API and of this client.
const (
	maxPeriods    = 12
	maxRecords    = 250_000 // of an answer with a key
	maxPreview    = 500     // of one without
	maxBody       = 512 << 20
	maxAttempts   = 5
	defaultPause  = time.Second
	longestPause  = 2 * time.Minute
	errorBodySize = 4096
)

// ErrTruncated says that an answer has as many records as the API gives at most: some
// may be missing.
var ErrTruncated = errors.New("the answer may have been cut off")

// ErrRefused says that the API refused a request: the key is wrong, or its quota used up.
var ErrRefused = errors.New("refused by the API")

// A Client asks the API. The zero Client asks for previews, without a key.
type Client struct {
	// Key is the subscription key. It is sent as a header, and stands in no error and
	// in no cached address.
	Key string
	// URL is the address of the API, DefaultURL if empty.
	URL string
	// HTTP makes the requests, [http.DefaultClient] if nil.
	HTTP *http.Client
	// Pause is the time between two requests, a second if zero, and what is waited before
	// a request is repeated where the API does not say for how long; it doubles then.
	Pause time.Duration
	// Cache keeps answers; nil: they are not kept.
	Cache Cache

	last time.Time // of the last request
}

// A Cache keeps answers as the API sent them, by the address of the request, which has
// no key in it. A folder of files does, or a table of a database.
type Cache interface {
	// Get returns a kept answer, nil if there is none.
	Get(address string) ([]byte, error)
	Put(address string, body []byte) error
}

// An Answer is one answer of the API.
type Answer struct {
	Address string // of the request, without the key
	Body    []byte // JSON, as the API sent it
	Records int
	Cached  bool
}

// Get returns the answers to a query: annual records where its period is of years,
// monthly where it is of months, in HS as reported, or in
// the edition of its commodity. Partner is all partners and the
// World if zero, Flow exports and imports. It errs with [lac.ErrRange] if the period is
// open or is not made of years or months, and with [lac.ErrUnknownCode] if an area is a
// region or bloc. What was got before an error is returned beside it.
func (c *Client) Get(ctx context.Context, q lac.TradeQuery) ([]Answer, error) {
	addresses, err := c.addresses(q)
	if err != nil {
		return nil, fmt.Errorf("comtrade api: %w", err)
	}
	var answers []Answer
	for _, address := range addresses {
		a, err := c.answer(ctx, address)
		if err != nil {
			return answers, fmt.Errorf("comtrade api: %s: %w", address, err)
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// addresses returns the addresses of the requests that a query takes.
func (c *Client) addresses(q lac.TradeQuery) ([]string, error) {
	frequency, periods, err := periodsOf(q.Period)
	if err != nil {
		return nil, err
	}
	reporter, err := number(q.Reporter)
	if err != nil {
		return nil, fmt.Errorf("reporter: %w", err)
	}
	partner := ""
	if q.Partner != 0 {
		if partner, err = number(q.Partner); err != nil {
			return nil, fmt.Errorf("partner: %w", err)
		}
	}
	goods, edition := "TOTAL", "HS"
	if q.Commodity != 0 && !q.Commodity.IsTotal() {
		goods, edition = q.Commodity.Code(), q.Commodity.Edition()
	}
	flow, ok := map[lac.TradeFlow]string{"": "M,X", lac.Turnover: "M,X", lac.Export: "X", lac.Import: "M", lac.ReExport: "RX", lac.ReImport: "RM"}[q.Flow]
	if !ok {
		return nil, fmt.Errorf("flow %q: %w", q.Flow, lac.ErrUnknownCode)
	}
	path := "/public/v1/preview/C/"
	if c.Key != "" {
		path = "/data/v1/get/C/"
	}
	var addresses []string
	for some := range slices.Chunk(periods, maxPeriods) {
		values := url.Values{
			"period": {strings.Join(some, ",")}, "cmdCode": {goods}, "flowCode": {flow},
			"partner2Code": {"0"}, "customsCode": {"C00"}, "motCode": {"0"}, "maxRecords": {strconv.Itoa(c.most())},
		}
		if reporter != "" {
			values.Set("reporterCode", reporter)
		}
		if partner != "" {
			values.Set("partnerCode", partner)
		}
		addresses = append(addresses, strings.TrimSuffix(cmp.Or(c.URL, DefaultURL), "/")+path+frequency+"/"+edition+"?"+values.Encode())
	}
	return addresses, nil
}

func (c *Client) most() int {
	if c.Key == "" {
		return maxPreview
	}
	return maxRecords
}

// periodsOf returns the years or months of a period, as the API writes them.
func periodsOf(p lac.Period) (frequency string, periods []string, err error) {
	if p.IsZero() {
		return "", nil, fmt.Errorf("period: %w", lac.ErrMissing)
	}
	first, last := p.First(), p.Last()
	if first.IsZero() || last.IsZero() || last.Year()-first.Year() > 200 {
		return "", nil, fmt.Errorf("period %v: %w: want one with a beginning and an end", p, lac.ErrRange)
	}
	if lac.Years(first.Year(), last.Year()) == p {
		for year := first.Year(); year <= last.Year(); year++ {
			periods = append(periods, strconv.Itoa(year))
		}
		return "A", periods, nil
	}
	end := lac.Period{}
	for month := range p.Months() {
		periods = append(periods, fmt.Sprintf("%04d%02d", month.First().Year(), month.First().Month()))
		end = month
	}
	if len(periods) == 0 || !lac.Month(first.Year(), first.Month()).First().Equal(first) || !end.Last().Equal(last) {
		return "", nil, fmt.Errorf("period %v: %w: want whole years or months", p, lac.ErrRange)
	}
	return "M", periods, nil
}

// codes are the numbers that UN Comtrade has and M49 has not: its areas have parts with
// them that M49 counts apart.
var codes = map[lac.Area]int{
	lac.UnitedStates: 842, lac.France: 251, lac.Taiwan: 490,
	areaOf("IND"): 699, areaOf("CHE"): 757, areaOf("NOR"): 579,
}

func areaOf(code string) lac.Area {
	a, err := lac.ParseArea(code)
	if err != nil {
		panic(err)
	}
	return a
}

// number returns the API's code of an area, empty for none.
func number(a lac.Area) (string, error) {
	switch {
	case a == 0:
		return "", nil
	case a == lac.World:
		return "0", nil
	case !a.IsCountry() && a != lac.OtherAsia && a != lac.AreasNES:
		return "", fmt.Errorf("%v: %w: the API knows countries; ask for each member", a, lac.ErrUnknownCode)
	}
	n := codes[a]
	if n == 0 {
		n = a.M49()
	}
	if n == 0 {
		return "", fmt.Errorf("%v: %w: no number", a, lac.ErrUnknownCode)
	}
	return strconv.Itoa(n), nil
}

// answer returns the answer to one request, from the cache or the API.
func (c *Client) answer(ctx context.Context, address string) (Answer, error) {
	a := Answer{Address: address}
	var err error
	if c.Cache != nil {
		if a.Body, err = c.Cache.Get(address); err != nil {
			return a, err
		}
		a.Cached = a.Body != nil
	}
	if a.Body == nil {
		if a.Body, err = c.fetch(ctx, address); err != nil {
			return a, err
		}
	}
	var said struct {
		Count int               `json:"count"`
		Data  []json.RawMessage `json:"data"`
		Error string            `json:"error"`
	}
	switch err := json.Unmarshal(a.Body, &said); {
	case err != nil:
		return a, fmt.Errorf("%w: the answer: %w", lac.ErrSyntax, err)
	case said.Error != "":
		return a, fmt.Errorf("%w: %s", ErrRefused, shorten(said.Error))
	}
	a.Records = len(said.Data)
	if a.Records >= c.most() {
		return a, fmt.Errorf("%w: it has %d records; ask for fewer periods, partners or goods", ErrTruncated, a.Records)
	}
	if c.Cache != nil && !a.Cached {
		if err := c.Cache.Put(address, a.Body); err != nil {
			return a, err
		}
	}
	return a, nil
}

// fetch asks the API, and again where it says to wait or has a fault of its own.
func (c *Client) fetch(ctx context.Context, address string) ([]byte, error) {
	pause := cmp.Or(c.Pause, defaultPause)
	wait := pause - time.Since(c.last)
	for attempt := 1; ; attempt++ {
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
		body, after, err := c.once(ctx, address)
		c.last = time.Now()
		var again *temporaryError
		if err == nil || !errors.As(err, &again) || attempt == maxAttempts {
			return body, err
		}
		wait = min(cmp.Or(after, pause<<(attempt-1)), longestPause)
	}
}

// A temporaryError is one after which a request may be repeated.
type temporaryError struct{ error }

func (e *temporaryError) Unwrap() error { return e.error }

// once asks the API once. Where it says for how long to wait, that is the second result.
func (c *Client) once(ctx context.Context, address string) ([]byte, time.Duration, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, 0, err
	}
	if c.Key != "" {
		request.Header.Set("Ocp-Apim-Subscription-Key", c.Key)
	}
	response, err := cmp.Or(c.HTTP, http.DefaultClient).Do(request)
	if err != nil {
		if ctx.Err() != nil {
			return nil, 0, ctx.Err()
		}
		return nil, 0, &temporaryError{err}
	}
	defer func() { _ = response.Body.Close() }()
	switch status := response.StatusCode; {
	case status == http.StatusOK:
		body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
		switch {
		case ctx.Err() != nil:
			return nil, 0, ctx.Err()
		case err != nil:
			return nil, 0, &temporaryError{err}
		case len(body) > maxBody:
			return nil, 0, fmt.Errorf("%w: an answer of more than %d bytes", lac.ErrRange, maxBody)
		}
		return body, 0, nil
	case status == http.StatusTooManyRequests || status >= 500:
		seconds, _ := strconv.Atoi(response.Header.Get("Retry-After"))
		return nil, time.Duration(max(seconds, 0)) * time.Second, &temporaryError{fmt.Errorf("%w: %s", ErrRefused, response.Status)}
	default:
		said, _ := io.ReadAll(io.LimitReader(response.Body, errorBodySize))
		return nil, 0, fmt.Errorf("%w: %s: %s", ErrRefused, response.Status, shorten(string(bytes.TrimSpace(said))))
	}
}

// sleep waits, until ctx is done at most.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

func shorten(s string) string {
	const most = 200
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}
