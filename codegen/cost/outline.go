package cost

import (
	"slices"
	"strings"

	"github.com/gpga/gpga/codegen/msl"
)

// Outline is what can be seen of any text in the manner of Metal: its functions and what they call, by tokens. It stands in for the
// checked tree where a text has things outside the subset: templates, vectors, textures, methods.
type Outline struct {
	Name      string
	Text      string
	Functions []Part
	// Warnings are the front end's complaints: what of the text is outside the subset, where. Empty when it is all understood.
	Warnings []msl.Error

	unit *msl.Unit // nil where there are warnings
	lex  *msl.Lexemes
}

// Part is a function of an outline.
type Part struct {
	Name     string
	Lo, Hi   msl.Pos // from its declaration's first token to past its last
	Kernel   bool    // or a vertex or fragment function
	NoInline bool
	head     int // numbers of tokens: the declaration's first,
	params   int // the parenthesis before the parameters,
	open     int // the brace before the body,
	end      int // and past the body's last
	method   bool
}

// maxWarnings bounds how many of the front end's complaints an outline keeps.
const maxWarnings = 8

// Read looks at a text.
func Read(name, text string) *Outline {
	o := &Outline{Name: name, Text: text}
	u, errs := msl.Load(name, []byte(text))
	if len(errs) == 0 {
		o.unit = u
	}
	lex, more := msl.Lex(name, []byte(text))
	o.lex = lex
	for _, e := range append(errs, more...) {
		if len(o.Warnings) < maxWarnings && !slices.Contains(o.Warnings, e) && e.Msg != includeMsg {
			o.Warnings = append(o.Warnings, e)
		}
	}
	if len(errs) > 0 && len(o.Warnings) == 0 { // nothing but headers
		o.Warnings = errs[:1]
	}
	o.scan(0, len(lex.Tokens), false)
	return o
}

// includeMsg is the complaint about a header that is not there; others say more.
const includeMsg = "only #include <metal_stdlib> is known"

func (o *Outline) text(i int) string {
	if i < 0 || i >= len(o.lex.Tokens) {
		return ""
	}
	return o.lex.Tokens[i].Text
}

func (o *Outline) word(i int) bool { return i >= 0 && i < len(o.lex.Tokens) && o.lex.Tokens[i].Word }

// close finds the token past the one that closes the bracket at i.
func (o *Outline) close(i, hi int) int {
	depth := 0
	for ; i < hi; i++ {
		switch o.text(i) {
		case "(", "[", "{":
			depth++
		case ")", "]", "}":
			if depth--; depth <= 0 {
				return i + 1
			}
		}
	}
	return hi
}

// angle finds the token past a template's list of parameters that begins at i.
func (o *Outline) angle(i, hi int) int {
	depth := 0
	for ; i < hi; i++ {
		switch o.text(i) {
		case "<":
			depth++
		case "<<":
			depth += 2
		case ">":
			depth--
		case ">>":
			depth -= 2
		case "(", "[", "{":
			i = o.close(i, hi) - 1
		case ";":
			return i
		}
		if depth <= 0 {
			return i + 1
		}
	}
	return hi
}

// scan collects the functions among the tokens from lo to hi, which stand at program scope or in a class.
func (o *Outline) scan(lo, hi int, class bool) {
	head := lo
	for i := lo; i < hi; {
		switch t := o.text(i); t {
		case ";", "}":
			i++
			head = i
		case ":":
			if class && i > lo && slices.Contains([]string{"public", "private", "protected"}, o.text(i-1)) {
				head = i + 1
			}
			i++
		case "template":
			i = o.angle(i+1, hi)
		case "(", "[":
			j := o.close(i, hi)
			if t == "(" && i > head && (o.word(i-1) || o.operatorName(head, i)) && !o.attribute(i-1) {
				if open := o.bodyAfter(j, hi); open > 0 {
					end := o.close(open, hi)
					o.part(head, i, open, end, class)
					i, head = end, end
					continue
				}
			}
			i = j
		case "=":
			// an initialiser: braces in it are no bodies
			for i < hi && o.text(i) != ";" {
				switch o.text(i) {
				case "(", "[", "{":
					i = o.close(i, hi)
				default:
					i++
				}
			}
		case "{":
			end := o.close(i, hi)
			switch {
			case o.headHas(head, i, "enum"):
			case o.headHas(head, i, "namespace", "extern"):
				o.scan(i+1, end-1, false)
			case o.headHas(head, i, "struct", "class", "union"):
				o.scan(i+1, end-1, true)
			}
			i = end
			if !o.headHas(head, i, "struct", "class", "union", "enum") {
				head = i
			}
		default:
			i++
		}
	}
}

// attribute tells whether token i begins or names an attribute with arguments.
func (o *Outline) attribute(i int) bool {
	switch o.text(i) {
	case "__attribute__", "alignas", "decltype", "__declspec", "noexcept":
		return true
	}
	return false
}

// operatorName tells whether the parenthesis at i follows operator+ or the like.
func (o *Outline) operatorName(head, i int) bool {
	for k := i - 1; k >= head && k >= i-3; k-- {
		if o.text(k) == "operator" {
			return true
		}
	}
	return false
}

func (o *Outline) headHas(lo, hi int, words ...string) bool {
	for i := lo; i < hi; i++ {
		if slices.Contains(words, o.text(i)) {
			return true
		}
		if o.text(i) == "<" { // template <class T>
			i = o.angle(i, hi) - 1
		}
	}
	return false
}

// bodyAfter finds the brace of the body behind a list of parameters, past attributes and initialisers of members; 0 if there is none.
func (o *Outline) bodyAfter(i, hi int) int {
	for i < hi {
		switch t := o.text(i); {
		case t == "{":
			return i
		case t == "[" || t == "(":
			i = o.close(i, hi)
		case t == "const" || t == "noexcept" || t == "override" || t == "__attribute__" || t == "thread" || t == "device" || t == "constant" || t == "threadgroup":
			i++
		case t == ":":
			for i++; i < hi; { // members' initialisers: name(...) or name{...}, with commas
				for i < hi && o.text(i) != "(" && o.text(i) != "{" {
					i++
				}
				i = o.close(i, hi)
				if o.text(i) != "," {
					break
				}
			}
		default:
			return 0
		}
	}
	return 0
}

func (o *Outline) part(head, params, open, end int, method bool) {
	p := Part{head: head, params: params, open: open, end: end, method: method}
	p.Name = o.text(params - 1)
	if !o.word(params - 1) {
		p.Name = "operator" + p.Name
	}
	if p.Name == "if" || p.Name == "for" || p.Name == "while" || p.Name == "switch" {
		return // a macro that is not known stands before a body
	}
	toks := o.lex.Tokens
	p.Lo = toks[head].Pos
	p.Hi = toks[end-1].Pos + msl.Pos(len(toks[end-1].Text))
	for i := head; i < open; i++ {
		if i == params {
			i = o.close(i, open) - 1
			continue
		}
		switch o.text(i) {
		case "kernel", "vertex", "fragment":
			p.Kernel = true
		case "noinline", "__noinline__":
			p.NoInline = true
		}
	}
	o.Functions = append(o.Functions, p)
}

// calls are the numbers of the functions that part p names before a parenthesis, with how often; all of a name count.
func (o *Outline) calls(p *Part, byName map[string][]int) map[int]int {
	calls := map[int]int{}
	for i := p.open; i < p.end; i++ {
		if !o.word(i) || o.text(i+1) != "(" && o.text(i+1) != "<" {
			continue
		}
		for _, g := range byName[o.text(i)] {
			if o.Functions[g].Kernel || &o.Functions[g] == p {
				continue
			}
			calls[g]++
			break // of overloaded ones the first stands for all
		}
	}
	return calls
}

func (o *Outline) byName() map[string][]int {
	m := map[string][]int{}
	for i := range o.Functions {
		m[o.Functions[i].Name] = append(m[o.Functions[i].Name], i)
	}
	return m
}

// Alone is the text with the one kernel of that name: others, and functions that only they reach, are left out, their lines empty.
func (o *Outline) Alone(kernel string) string {
	names := o.byName()
	reached := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if reached[name] {
			return
		}
		reached[name] = true
		for _, i := range names[name] {
			p := &o.Functions[i]
			for k := p.head; k < p.end; k++ {
				if t := o.text(k); o.word(k) && len(names[t]) > 0 && !o.Functions[names[t][0]].Kernel {
					visit(t)
				}
			}
		}
	}
	visit(kernel)
	for i := range o.Functions { // what stands in classes may be called by an operator's sign, or by nobody's name
		if o.Functions[i].method || !isName(o.Functions[i].Name) {
			visit(o.Functions[i].Name)
		}
	}
	var b strings.Builder
	from := 0
	for i := range o.Functions {
		p := &o.Functions[i]
		lo, hi := int(p.Lo), int(p.Hi)
		if reached[p.Name] || p.method || lo < from || hi > len(o.Text) || lo >= hi || o.Text[hi-1] != '}' {
			continue
		}
		b.WriteString(o.Text[from:lo])
		b.WriteString(strings.Repeat("\n", strings.Count(o.Text[lo:hi], "\n")))
		from = hi
	}
	b.WriteString(o.Text[from:])
	return b.String()
}

func isName(s string) bool { return !strings.HasPrefix(s, "operator") }

// Report measures the text: by its checked tree where the front end takes it, by its tokens otherwise.
func (o *Outline) Report() *Report {
	if o.unit != nil {
		return Measure(o.unit)
	}
	r := &Report{Name: o.Name, Tokens: len(o.lex.Tokens), Bytes: o.lex.CodeBytes(0, msl.Pos(len(o.Text))), TableBytes: o.tables()}
	for _, w := range o.Warnings {
		r.Warnings = append(r.Warnings, w.Error()+": the text is measured by its tokens")
	}
	names := o.byName()
	bodies := make([]body, len(o.Functions))
	seen := shapes{}
	for i := range o.Functions {
		p := &o.Functions[i]
		w := &tokenWalker{o: o, declared: map[string]int{}, seen: seen, names: names}
		w.function(p)
		c := w.counts
		first, _ := o.lex.Line(p.Lo)
		last, _ := o.lex.Line(p.Hi - 1)
		c.Lines, c.Tokens, c.Bytes = last-first+1, p.end-p.head, o.lex.CodeBytes(p.Lo, p.Hi)
		bodies[i] = body{counts: c, calls: o.calls(p, names), unrolled: map[int]float64{}}
		for g, n := range bodies[i].calls {
			bodies[i].unrolled[g] = float64(n) * w.rounds()
		}
		r.Functions = append(r.Functions, Function{Name: p.Name, Line: first, Kernel: p.Kernel, NoInline: p.NoInline, lo: p.Lo, hi: p.Hi})
	}
	r.sum(bodies)
	return r
}

// elementSize is the size of a scalar or a vector in bytes, and that of its parts; 4 for what is not known.
func elementSize(name string) (size, scalar int) {
	base := strings.TrimPrefix(name, "packed_")
	n := 1
	if k := len(base) - 1; k > 0 && base[k] >= '2' && base[k] <= '4' && base[k-1] >= 'a' {
		base, n = base[:k], int(base[k]-'0')
	}
	scalar = 4
	switch strings.TrimPrefix(base, "u") {
	case "char", "int8_t", "bool":
		scalar = 1
	case "short", "half", "int16_t":
		scalar = 2
	case "long", "int64_t", "size_t":
		scalar = 8
	}
	return n * scalar, scalar
}

// tables is the size of constant arrays at program scope: elements of their initialisers times that of the type.
func (o *Outline) tables() int {
	total, inside := 0, 0
	toks := o.lex.Tokens
	for i := 0; i < len(toks); i++ {
		if inside < len(o.Functions) && i == o.Functions[inside].head {
			i = o.Functions[inside].end - 1
			inside++
			continue
		}
		if o.text(i) != "constant" && o.text(i) != "constexpr" {
			continue
		}
		k := i
		for k < len(toks) && o.text(k) != "=" && o.text(k) != ";" && o.text(k) != "(" && o.text(k) != ")" {
			k++
		}
		if o.text(k) != "=" || o.text(k-1) != "]" || o.text(k+1) != "{" {
			continue
		}
		typ := i + 1
		for o.text(typ) == "const" || o.text(typ) == "static" || o.text(typ) == "constant" || o.text(typ) == "unsigned" {
			typ++
		}
		end := o.close(k+1, len(toks))
		leaves, nested := 0, false
		for j := k + 1; j < end; j++ {
			switch t := o.text(j); {
			case t == "(":
				j = o.close(j, end) - 1
			case t == "{":
				nested = nested || j > k+1
			case (t == "," || t == "}") && o.text(j-1) != "," && o.text(j-1) != "}" && o.text(j-1) != "{":
				leaves++
			}
		}
		size, scalar := elementSize(o.text(typ))
		if nested { // vectors are spelt by their parts
			size = scalar
		}
		total += leaves * size
		i = end
	}
	return total
}
