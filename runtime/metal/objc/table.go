package objc

import (
	"fmt"
	"strings"
)

// Own says who owns an object that a call gives.
type Own uint8

// Ownership.
const (
	OwnNone Own = iota // no object
	OwnPool            // the autorelease pool: it lives until Do returns, unless retained
	OwnCall            // the caller, who releases it (methods whose names begin with new, copy or alloc, and C functions with Create or Copy)
	OwnSelf            // it is the receiver, and the caller owns one more reference to it
)

// Arg is what a call takes at one place.
type Arg struct {
	Kind  Kind
	Class string // of an Object; kind of a Block
	Nil   bool   // nil may be given
}

// Method is one row: a message and what goes in and out.
type Method struct {
	Class    string // class or protocol that has it; NSObject: all
	Selector string
	Static   bool // sent to the class itself
	Optional bool // not in every macOS: ask with respondsToSelector: first
	Args     []Arg
	Result   Kind
	Returns  string // class of the object that it gives; "id" for any
	Own      Own
}

// methods is the table, one line a message: class, - or + (sent to the class) with the selector and a ? behind it when it is
// optional, result, arguments.
//
// Results: v nothing, Q q B d numbers, * a C string, ^v a pointer, NAME an object of the pool, +NAME one that the caller
// owns, = the receiver with one more reference. Arguments: Q q B numbers, S an MTLSize, : a selector, * a C string, ^ bytes,
// ! the place for an NSError, 0 a null pointer, @?NAME a block, NAME an object, NAME? one that may be nil.
const methods = `
NSObject                    -retain                                                             =
NSObject                    -release                                                            v
NSObject                    -respondsToSelector:                                                B   :
NSString                    +stringWithUTF8String:                                              NSString  *
NSString                    -UTF8String                                                         *
NSArray                     -count                                                              Q
NSArray                     -objectAtIndex:                                                     id  Q
NSError                     -code                                                               q
NSError                     -domain                                                             NSString
NSError                     -localizedDescription                                               NSString
NSArray                     +arrayWithObject:                                                   NSArray  id
NSURL                       +fileURLWithPath:                                                   NSURL  NSString
NSProcessInfo               +processInfo                                                        NSProcessInfo
NSProcessInfo               -operatingSystemVersionString                                       NSString

MTLDevice                   -name                                                               NSString
MTLDevice                   -registryID                                                         Q
MTLDevice                   -isLowPower?                                                        B
MTLDevice                   -isHeadless?                                                        B
MTLDevice                   -isRemovable?                                                       B
MTLDevice                   -recommendedMaxWorkingSetSize?                                      Q
MTLDevice                   -maxThreadgroupMemoryLength?                                        Q
MTLDevice                   -hasUnifiedMemory                                                   B
MTLDevice                   -supportsFamily:                                                    B   q
MTLDevice                   -maxBufferLength                                                    Q
MTLDevice                   -currentAllocatedSize                                               Q
MTLDevice                   -newBufferWithLength:options:                                       +MTLBuffer  Q Q
MTLDevice                   -newCommandQueue                                                    +MTLCommandQueue
MTLDevice                   -newLibraryWithSource:options:error:                                +MTLLibrary  NSString MTLCompileOptions? !
MTLDevice                   -newComputePipelineStateWithDescriptor:options:reflection:error:    +MTLComputePipelineState  MTLComputePipelineDescriptor Q 0 !
MTLDevice                   -supportsBinaryArchives?                                            B
MTLDevice                   -newBinaryArchiveWithDescriptor:error:?                             +MTLBinaryArchive  MTLBinaryArchiveDescriptor !
MTLDevice                   -newArchiveWithURL:error:?                                          +MTL4Archive  NSURL !
MTLDevice                   -newCompilerWithDescriptor:error:?                                  +MTL4Compiler  MTL4CompilerDescriptor !
MTLDevice                   -newPipelineDataSetSerializerWithDescriptor:?                       +MTL4PipelineDataSetSerializer  MTL4PipelineDataSetSerializerDescriptor

MTLCompileOptions           +new                                                                +MTLCompileOptions
MTLCompileOptions           -setLanguageVersion:                                                v   Q
MTLCompileOptions           -languageVersion                                                    Q
MTLCompileOptions           -setMathMode:?                                                      v   q
MTLCompileOptions           -setFastMathEnabled:                                                v   B

MTLLibrary                  -functionNames                                                      NSArray
MTLLibrary                  -newFunctionWithName:constantValues:error:                          +MTLFunction  NSString MTLFunctionConstantValues !
MTLFunction                 -name                                                               NSString
MTLFunctionConstantValues   +new                                                                +MTLFunctionConstantValues
MTLFunctionConstantValues   -setConstantValue:type:atIndex:                                     v   ^ Q Q

MTLComputePipelineDescriptor +new                                                               +MTLComputePipelineDescriptor
MTLComputePipelineDescriptor -setComputeFunction:                                               v   MTLFunction
MTLComputePipelineDescriptor -setBinaryArchives:?                                               v   NSArray
MTLComputePipelineState     -threadExecutionWidth                                               Q
MTLComputePipelineState     -maxTotalThreadsPerThreadgroup                                      Q

MTLBinaryArchiveDescriptor  +new?                                                               +MTLBinaryArchiveDescriptor
MTLBinaryArchiveDescriptor  -setUrl:?                                                           v   NSURL?
MTLBinaryArchive            -addComputePipelineFunctionsWithDescriptor:error:?                  B   MTLComputePipelineDescriptor !
MTLBinaryArchive            -serializeToURL:error:?                                             B   NSURL !

MTL4CompilerDescriptor      +new?                                                               +MTL4CompilerDescriptor
MTL4CompilerDescriptor      -setPipelineDataSetSerializer:?                                     v   MTL4PipelineDataSetSerializer
MTL4Compiler                -newComputePipelineStateWithDescriptor:compilerTaskOptions:error:?  +MTLComputePipelineState  MTL4ComputePipelineDescriptor MTL4CompilerTaskOptions? !
MTL4CompilerTaskOptions     +new?                                                               +MTL4CompilerTaskOptions
MTL4LibraryFunctionDescriptor +new?                                                             +MTL4LibraryFunctionDescriptor
MTL4LibraryFunctionDescriptor -setName:?                                                        v   NSString
MTL4LibraryFunctionDescriptor -setLibrary:?                                                     v   MTLLibrary
MTL4SpecializedFunctionDescriptor +new?                                                         +MTL4SpecializedFunctionDescriptor
MTL4SpecializedFunctionDescriptor -setFunctionDescriptor:?                                      v   MTL4LibraryFunctionDescriptor
MTL4SpecializedFunctionDescriptor -setConstantValues:?                                          v   MTLFunctionConstantValues
MTL4ComputePipelineDescriptor +new?                                                             +MTL4ComputePipelineDescriptor
MTL4ComputePipelineDescriptor -setComputeFunctionDescriptor:?                                   v   MTL4SpecializedFunctionDescriptor
MTL4PipelineDataSetSerializerDescriptor +new?                                                   +MTL4PipelineDataSetSerializerDescriptor
MTL4PipelineDataSetSerializerDescriptor -setConfiguration:?                                     v   Q
MTL4PipelineDataSetSerializer -serializeAsArchiveAndFlushToURL:error:?                          B   NSURL !
MTL4Archive                 -newComputePipelineStateWithDescriptor:error:?                      +MTLComputePipelineState  MTL4ComputePipelineDescriptor !

MTLBuffer                   -contents                                                           ^v
MTLBuffer                   -length                                                             Q
MTLBuffer                   -gpuAddress?                                                        Q

MTLCommandBufferDescriptor  +new                                                                +MTLCommandBufferDescriptor
MTLCommandBufferDescriptor  -setErrorOptions:                                                   v   Q
MTLCommandQueue             -commandBufferWithDescriptor:                                       MTLCommandBuffer  MTLCommandBufferDescriptor
MTLCommandBuffer            -computeCommandEncoder                                              MTLComputeCommandEncoder
MTLCommandBuffer            -addCompletedHandler:                                               v   @?completed
MTLCommandBuffer            -commit                                                             v
MTLCommandBuffer            -status                                                             Q
MTLCommandBuffer            -error                                                              NSError
MTLCommandBuffer            -GPUStartTime                                                       d
MTLCommandBuffer            -GPUEndTime                                                         d

MTLComputeCommandEncoder    -setComputePipelineState:                                           v   MTLComputePipelineState
MTLComputeCommandEncoder    -setBuffer:offset:atIndex:                                          v   MTLBuffer Q Q
MTLComputeCommandEncoder    -setBytes:length:atIndex:                                           v   ^ Q Q
MTLComputeCommandEncoder    -useResource:usage:                                                 v   MTLBuffer Q
MTLComputeCommandEncoder    -dispatchThreads:threadsPerThreadgroup:                             v   S S
MTLComputeCommandEncoder    -endEncoding                                                        v
`

// functions are C functions, in the manner of methods.
const functions = `
MTLCreateSystemDefaultDevice    +MTLDevice
MTLCopyAllDevices               +NSArray
`

// blocks are kinds of blocks: their arguments. They give nothing back.
const blocks = `
completed    MTLCommandBuffer
`

var argCodes = map[string]Arg{"Q": {Kind: UInt}, "q": {Kind: Int}, "B": {Kind: Bool}, "S": {Kind: Size}, ":": {Kind: Selector}, "*": {Kind: CString}, "^": {Kind: Bytes}, "!": {Kind: Out}, "0": {Kind: Null}}

func parseArg(s string) Arg {
	if a, ok := argCodes[s]; ok {
		return a
	}
	if name, ok := strings.CutPrefix(s, "@?"); ok {
		return Arg{Kind: Block, Class: name}
	}
	name, opt := strings.CutSuffix(s, "?")
	return Arg{Kind: Object, Class: name, Nil: opt}
}

var resultCodes = map[string]Kind{"v": Void, "Q": UInt, "q": Int, "B": Bool, "d": Double, "*": CString, "^v": Pointer}

func (m *Method) parseResult(s string) {
	if k, ok := resultCodes[s]; ok {
		m.Result = k
		return
	}
	m.Result, m.Own, m.Returns = Object, OwnPool, s
	if s == "=" {
		m.Own, m.Returns = OwnSelf, "id"
	} else if name, ok := strings.CutPrefix(s, "+"); ok {
		m.Own, m.Returns = OwnCall, name
	}
}

func rows(table string, each func(fields []string)) {
	for line := range strings.Lines(table) {
		if f := strings.Fields(line); len(f) > 0 {
			each(f)
		}
	}
}

// Methods are all messages, in the table's order.
var Methods = func() (list []*Method) {
	rows(methods, func(f []string) {
		m := &Method{Class: f[0], Static: f[1][0] == '+'}
		m.Selector, m.Optional = strings.CutSuffix(f[1][1:], "?")
		m.parseResult(f[2])
		for _, a := range f[3:] {
			m.Args = append(m.Args, parseArg(a))
		}
		list = append(list, m)
	})
	return list
}()

// Functions are all C functions, by name.
var Functions = func() map[string]*Method {
	all := map[string]*Method{}
	rows(functions, func(f []string) {
		m := &Method{Selector: f[0]}
		m.parseResult(f[1])
		for _, a := range f[2:] {
			m.Args = append(m.Args, parseArg(a))
		}
		all[f[0]] = m
	})
	return all
}()

// Blocks are the arguments of each kind of block.
var Blocks = func() map[string][]Arg {
	all := map[string][]Arg{}
	rows(blocks, func(f []string) {
		for _, a := range f[1:] {
			all[f[0]] = append(all[f[0]], parseArg(a))
		}
	})
	return all
}()

var bySelector = func() map[string]*Method {
	all := map[string]*Method{}
	for _, m := range Methods {
		if all[m.Selector] == nil {
			all[m.Selector] = m
		}
	}
	return all
}()

// BySelector finds a row for a selector, on which the kinds depend alone; nil when there is none.
func BySelector(selector string) *Method { return bySelector[selector] }

// Find finds the row of a class (or of NSObject) for a selector; nil when it has none.
func Find(class, selector string, static bool) *Method {
	for _, m := range Methods {
		if m.Selector == selector && (m.Class == class && m.Static == static || m.Class == "NSObject") {
			return m
		}
	}
	return nil
}

// Admit checks the number and the kinds of arguments.
func (m *Method) Admit(args []Value) *Fault {
	if len(args) != len(m.Args) {
		return Faultf("%s takes %d arguments, not %d", m.Selector, len(m.Args), len(args))
	}
	for i, a := range m.Args {
		v := &args[i]
		switch {
		case v.Kind != a.Kind:
			return Faultf("%s: argument %d is a %s, not a %s", m.Selector, i+1, a.Kind, v.Kind)
		case a.Kind == Object && v.ID == 0 && !a.Nil:
			return Faultf("%s: argument %d is nil", m.Selector, i+1)
		case a.Kind == Block && v.ID == 0, a.Kind == Out && v.Err == nil, a.Kind == Bytes && len(v.Data) == 0:
			return Faultf("%s: argument %d points nowhere", m.Selector, i+1)
		case (a.Kind == CString || a.Kind == Selector) && strings.ContainsRune(v.Text, 0):
			return Faultf("%s: argument %d holds a NUL", m.Selector, i+1)
		}
	}
	return nil
}

func (m *Method) String() string {
	sign := "-"
	if m.Static {
		sign = "+"
	}
	return fmt.Sprintf("%s[%s %s]", sign, m.Class, m.Selector)
}
