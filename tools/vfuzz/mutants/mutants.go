package mutants

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gpga/gpga/scheduler/program"
)

// Mutant is a planted fault.
type Mutant struct {
	Name string
	// Function, Old and New: in this function of the kernel's library (without gpga_) the text Old, an expression, becomes New.
	// Comments are no part of the text.
	Function, Old, New string
	// Program changes a lowered program, and tells whether it found something to change. It is nil for faults in the text.
	Program func(p *program.Program) bool
}

var comments = regexp.MustCompile(`/\*.*?\*/`)

// Text is the kernel's text with the fault in it.
func (m *Mutant) Text(text string) (string, error) {
	if m.Program != nil {
		return text, nil
	}
	head := regexp.MustCompile(`(?m)^(GPGA_IN|GPGA_FN|static)[^\n]*/\*` + regexp.QuoteMeta(m.Function) + `\*/\(`)
	at := head.FindAllStringIndex(text, -1)
	if len(at) != 1 {
		return "", fmt.Errorf("mutant %s: the text has %d functions %s", m.Name, len(at), m.Function)
	}
	start, end := at[0][0], 0
	line := strings.IndexByte(text[start:], '\n') + start
	if strings.HasSuffix(text[start:line], "}") {
		end = line
	} else {
		end = start + strings.Index(text[start:], "\n}\n") + 2
	}
	body := comments.ReplaceAllString(text[start:end], "")
	// Names of the library's functions differ from text to text: § in Old stands for any.
	old := regexp.MustCompile(strings.ReplaceAll(regexp.QuoteMeta(m.Old), "§", `\w+`))
	if !old.MatchString(body) {
		return "", fmt.Errorf("mutant %s: %s has no %s:\n%s", m.Name, m.Function, m.Old, body)
	}
	body = old.ReplaceAllLiteralString(body, m.New)
	return text[:start] + body + text[end:], nil
}

// each makes a change of a program of one of its instructions.
func each(change func(in *program.Instr) bool) func(p *program.Program) bool {
	return func(p *program.Program) bool {
		found := false
		for i := range p.Code {
			found = change(&p.Code[i]) || found
		}
		return found
	}
}

// turn has one operation take another's place.
func turn(from, to program.Op) func(p *program.Program) bool {
	return each(func(in *program.Instr) bool {
		if in.Op != from {
			return false
		}
		in.Op = to
		return true
	})
}

// All are the faults.
var All = []Mutant{
	// Values.
	{Name: "sign extension fills with 0", Function: "sext32", Old: "uint(int(a.v<<h)>>h)&m", New: "a.v&m"},
	{Name: "sign extension does not repeat x", Function: "sext32", Old: "uint(int(a.x<<h)>>h)&m", New: "a.x&m"},
	{Name: "sign extension fills with 0, over 32 bits", Function: "vm_shape", Old: "if((flags&1u)!=0)", New: "if((flags&1u)>1u)"},
	{Name: "sign extension ends with the word", Function: "word", Old: "if(uint(j)>=n)return fill;", New: "if(uint(j)>=n)return l32{0u,0u};"},
	{Name: "signs do not fill the rest of a word", Function: "word", Old: "(fill.v&~m)", New: "0u"},
	{Name: "shifts to the left go the other way", Function: "vm_shape", Old: "by.v=0u-by.v;", New: "by.v=by.v;"},
	{Name: ">> by the width or more wraps", Function: "shr32", Old: "uint on=n.v<w?m:uint(0);", New: "uint on=m;"},
	{Name: ">> by x is none", Function: "shr32", Old: "uint k=n.x!=0?m:uint(0);", New: "uint k=0u;"},
	{Name: "x in a sum stays in its bits", Function: "add32", Old: "uint k=(a.x|b.x)!=0?m:uint(0);", New: "uint k=(a.x|b.x)&m;"},
	{Name: "wide sums do not carry", Function: "vm_arith", Old: "c=c>>32;", New: "c=0ul;"},
	{Name: "& and == over an x are x whatever else there is", Function: "test", Old: "(op==§?zero:op==§?differ:0u)!=0", New: "false"},
	{Name: "?: with x takes the second", Function: "mux32", Old: "(a.v^b.v)|(a.x^b.x)", New: "0u"},
	{Name: "casez takes x for anything", Function: "dispatch", Old: "~(a.x&(~a.v|n))&~(b.x&(~b.v|n))", New: "~a.x&~b.x"},
	{Name: "casex compares x", Function: "dispatch", Old: "~(a.x&(~a.v|n))&~(b.x&(~b.v|n))", New: "~(a.x&~a.v)&~(b.x&~b.v)"},
	{Name: "=== does not tell x from 1", Function: "dispatch", Old: "(a.v^b.v)|(a.x^b.x);break;", New: "a.v^b.v;break;"},
	{Name: "!= with an x is x, whatever differs", Function: "ne32", Old: "bool ne=((a.v^b.v)&~x)!=0;", New: "bool ne=(a.v^b.v)!=0&&x==0;"},
	{Name: "signed < compares without sign", Function: "dispatch", Old: "((a.v^n)<(b.v^n)?1u:0u)^m|x", New: "(a.v<b.v?1u:0u)^m|x"},
	{Name: "wide signed < compares without sign", Function: "test", Old: "sign<<((w-1u)&31u)", New: "0u"},
	{Name: "<= is <", Function: "dispatch", Old: "(a.v^n)<=(b.v^n)", New: "(a.v^n)<(b.v^n)"},
	{Name: "signed % has no sign", Function: "divide", Old: "(rem!=0?sa:sa^sb)!=0", New: "(rem!=0?0u:sa^sb)!=0"},
	{Name: "reals are cut, not rounded", Function: "vm_round", Old: "(ulong(round)&f)", New: "0ul"},
	{Name: "$random is another sequence", Function: "random", Old: "69069u", New: "69068u"},
	{Name: "case with an x goes to the label of its value", Function: "vm_case", Old: "if(t.x!=0)return other;", New: ""},
	// Parts and elements.
	{Name: "a bit out of range is another", Function: "bitv32", Old: "i.x!=0||i.v>=wa", New: "i.x!=0"},
	{Name: "parts out of range read 0", Function: "vm_shape", Old: "fill=l32{~0u,~0u};", New: "fill=l32{0u,0u};"},
	{Name: "elements out of range read 0", Function: "loadel32", Old: "return l32{m,m};", New: "return l32{0u,0u};"},
	{Name: "parts over a word's end lose what is before it", Function: "insert", Old: "lo=hi;", New: ""},
	{Name: "a stored part does not clear what was there", Function: "setp32", Old: "(A(s)&~(m<<off))", New: "A(s)"},
	// Order and time.
	{Name: "nonblocking assignments are lost", Function: "nba32", Old: "A(21u)=e+3u;", New: ""},
	{Name: "of two nonblocking assignments the first counts", Function: "nba32", Old: "uint e=A(21u);", New: "uint e=A(21u);if(e!=A(19u)&&A(A(19u))==sig)return;"},
	{Name: "assignments to an x index write", Function: "vm_store", Old: "if((el.x|off.x)!=0)return;", New: ""},
	{Name: "nonblocking assignments take place at once", Program: each(func(in *program.Instr) bool {
		if in.Op != program.OpNBA || in.D != program.NoTemp {
			return false
		}
		in.Op = program.OpStore
		return true
	})},
	{Name: "edges are seen against a stale value", Function: "eval_edge_wait", Old: "A(A(62)+item*2u)=v;", New: ""},
	{Name: "posedge is from 0 to 1 alone", Function: "eval_edge_wait", Old: "8718u", New: "2u"},
	{Name: "negedge is posedge", Function: "eval_edge_wait", Old: "4560u", New: "8718u"},
	{Name: "changes wake nobody", Function: "publish", Old: "case 4u:\n\t\t\t§(st,t);", New: "case 4u:"},
	{Name: "a reader of a signal is forgotten", Program: func(p *program.Program) bool {
		for i := range p.Signals {
			if s := &p.Signals[i]; s.NumFan > 1 {
				s.NumFan--
				return true
			}
		}
		return false
	}},
	{Name: "delays take a tick more", Function: "delay", Old: "ulong d=ticks.x!=0?ulong(0):ticks.v;", New: "ulong d=ticks.v+1ul;"},
	{Name: "an inertial delay is not started anew", Function: "node_schedule", Old: "if(AT(b,7u)!=0)§(st,b);", New: "if(AT(b,7u)!=0)return;"},
	{Name: "an inertial delay is not cancelled", Function: "node_cancel", Old: "if(AT(b,7u)!=0)", New: "if(AT(b,7u)>0xfffffff0u)"},
	{Name: "join waits for one branch less", Function: "vm_stop", Old: "AT(th,11u)=c;", New: "AT(th,11u)=c-1u;"},
	// Force and its kin.
	{Name: "force does not hold", Function: "relayer", Old: "v=(v&~fm)|(A(f+3u*n+k)&fm);", New: ""},
	{Name: "a released variable has its old value", Function: "unlay", Old: "&64u)==0)", New: "&64u)==0&&l!=2u)"},
	{Name: "release lets nothing go", Function: "unlay", Old: "min(w,wa-off),0u);", New: "min(w,wa-off),1u);"},
	{Name: "a deassigned variable has its old value", Function: "unlay", Old: "&64u)==0)", New: "&64u)==0&&l==2u)"},
	// Nets and primitives.
	{Name: "of two equal strengths the first wins", Function: "combine", Old: "return §(0-abs(al),abs(al));", New: "return a;"},
	{Name: "a stronger driver does not win", Function: "combine", Old: "if(abs(bl)>abs(al))return b;", New: ""},
	{Name: "wand is wire", Function: "resolve", Old: "if(kind==1u)", New: "if(kind==9u)"},
	{Name: "tri0 does not pull", Function: "resolve", Old: "if(kind==3u||kind==4u)x&=~z;", New: ""},
	{Name: "a three-state gate that is off drives 0", Function: "map", Old: "r=l32{0u,m};", New: "r=l32{0u,0u};"},
	{Name: "a primitive's edges are any", Function: "udp", Old: "((tab[row+ins+1u]>>move)&1u)!=0", New: "true"},
	{Name: "a primitive's - is x", Function: "udp", Old: "if(next!=4u)out=next;", New: "out=next==4u?3u:next;"},
	// Lowering.
	{Name: "lowering takes >>> for >>", Program: turn(program.OpAShr, program.OpShr)},
	{Name: "lowering takes casez for casex", Program: turn(program.OpCaseZ, program.OpCaseX)},
	{Name: "lowering forgets signs", Program: each(func(in *program.Instr) bool {
		if in.Op != program.OpResize || in.Flags&program.FlagSigned == 0 {
			return false
		}
		in.Flags &^= program.FlagSigned
		return true
	})},
	{Name: "lowering mixes up edges", Program: func(p *program.Program) bool {
		for i := range p.Items {
			switch it := &p.Items[i]; it.Edge {
			case program.EdgePos:
				it.Edge = program.EdgeNeg
			case program.EdgeNeg:
				it.Edge = program.EdgePos
			}
		}
		return len(p.Items) > 0
	}},
}
