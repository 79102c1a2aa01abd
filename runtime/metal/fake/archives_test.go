package fake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gpga/gpga/runtime/metal/objc"
)

func (b *bench) made(class string) objc.ID { return b.send(b.c.Class(class), "new").ID }

func (b *bench) url(path string) objc.Value {
	return objc.Of(b.send(b.c.Class("NSURL"), "fileURLWithPath:", b.text(path)).ID)
}

// archive opens an archive ("": a new one), or gives its error's text.
func (b *bench) archive(path string) (objc.ID, string) {
	from := b.made("MTLBinaryArchiveDescriptor")
	defer b.send(from, "release")
	if path != "" {
		b.send(from, "setUrl:", b.url(path))
	}
	var bad objc.ID
	id := b.send(b.device, "newBinaryArchiveWithDescriptor:error:", objc.Of(from), objc.ErrorTo(&bad)).ID
	return id, errorText(b, bad)
}

// function is adds' function with its constant, of a library that it keeps.
func (b *bench) function() (fn, lib, values objc.ID) {
	lib, _ = b.library(adds)
	values = b.made("MTLFunctionConstantValues")
	b.send(values, "setConstantValue:type:atIndex:", objc.Memory([]byte{3, 0, 0, 0}), objc.Unsigned(33), objc.Unsigned(0))
	var bad objc.ID
	fn = b.send(lib, "newFunctionWithName:constantValues:error:", b.text("add"), objc.Of(values), objc.ErrorTo(&bad)).ID
	return fn, lib, values
}

func (b *bench) release(ids ...objc.ID) {
	for _, id := range ids {
		b.send(id, "release")
	}
}

// from makes the pipeline with an archive.
func (b *bench) from(archive, fn objc.ID, options uint64) (objc.ID, string) {
	desc := b.made("MTLComputePipelineDescriptor")
	defer b.send(desc, "release")
	b.send(desc, "setComputeFunction:", objc.Of(fn))
	b.send(desc, "setBinaryArchives:", objc.Of(b.send(b.c.Class("NSArray"), "arrayWithObject:", objc.Of(archive)).ID))
	var bad objc.ID
	id := b.send(b.device, "newComputePipelineStateWithDescriptor:options:reflection:error:", objc.Of(desc), objc.Unsigned(options), objc.Nothing(), objc.ErrorTo(&bad)).ID
	return id, errorText(b, bad)
}

// on runs f with an open bench on a machine, which must be left without a fault.
func on(t *testing.T, o Options, f func(b *bench)) Stats {
	t.Helper()
	sys := New(o)
	sys.Do(func(c objc.Calls) {
		b := open(c)
		defer b.close()
		f(b)
	})
	if err := sys.Close(); err != nil {
		t.Error(err)
	}
	return sys.Stats()
}

// TestArchive writes an archive and reads it: on the same machine it has the pipeline, on one with another system it misses it, and
// what is damaged is an error.
func TestArchive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipelines")
	on(t, Options{}, func(b *bench) {
		fn, lib, values := b.function()
		defer b.release(fn, lib, values)
		desc := b.made("MTLComputePipelineDescriptor")
		b.send(desc, "setComputeFunction:", objc.Of(fn))
		file, _ := b.archive("")
		defer b.release(desc, file)
		var bad objc.ID
		if b.send(file, "addComputePipelineFunctionsWithDescriptor:error:", objc.Of(desc), objc.ErrorTo(&bad)).Num == 0 ||
			b.send(file, "serializeToURL:error:", b.url(path), objc.ErrorTo(&bad)).Num == 0 {
			t.Fatal(errorText(b, bad))
		}
		if b.send(file, "serializeToURL:error:", b.url(path+"/no/such"), objc.ErrorTo(&bad)).Num != 0 || bad == 0 {
			t.Error("a file in a file is written")
		}
	})
	read := func(o Options, options uint64, fetched, compiled int, says string) {
		t.Helper()
		st := on(t, o, func(b *bench) {
			fn, lib, values := b.function()
			defer b.release(fn, lib, values)
			file, why := b.archive(path)
			if file == 0 {
				t.Fatal(why)
			}
			defer b.release(file)
			id, why := b.from(file, fn, options)
			if id != 0 {
				b.release(id)
			}
			if (id == 0) != (says != "") || !strings.Contains(why, says) {
				t.Errorf("%d, %q", id, why)
			}
		})
		if st.Fetched != fetched || st.Pipelines != compiled {
			t.Errorf("%+v", st)
		}
	}
	// The bench compiles a pipeline itself.
	read(Options{}, failOnMiss, 1, 1, "")
	read(Options{}, 0, 1, 1, "")
	read(Options{Build: "Version 9"}, failOnMiss, 0, 1, "was not found in any of the archives")
	read(Options{Build: "Version 9"}, 0, 0, 2, "")
	read(Options{Device: "Another"}, failOnMiss, 0, 1, "was not found")
	body, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, len(body) / 2, len(body) - 1} {
		if err := os.WriteFile(path, body[:n], 0o644); err != nil {
			t.Fatal(err)
		}
		on(t, Options{}, func(b *bench) {
			if id, why := b.archive(path); id != 0 || why == "" {
				t.Errorf("%d bytes of %d are an archive", n, len(body))
			}
		})
	}
}

// TestArchive4 is the same in Metal 4's way.
func TestArchive4(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipelines")
	describe := func(b *bench, lib, values objc.ID) objc.ID {
		fn, special, desc := b.made("MTL4LibraryFunctionDescriptor"), b.made("MTL4SpecializedFunctionDescriptor"), b.made("MTL4ComputePipelineDescriptor")
		b.send(fn, "setName:", b.text("add"))
		b.send(fn, "setLibrary:", objc.Of(lib))
		b.send(special, "setFunctionDescriptor:", objc.Of(fn))
		b.send(special, "setConstantValues:", objc.Of(values))
		b.send(desc, "setComputeFunctionDescriptor:", objc.Of(special))
		b.release(fn, special)
		return desc
	}
	for _, config := range []uint64{2, 1} { // binaries, descriptors alone
		on(t, Options{Metal4: true}, func(b *bench) {
			fn, lib, values := b.function()
			set, how := b.made("MTL4PipelineDataSetSerializerDescriptor"), b.made("MTL4CompilerDescriptor")
			b.send(set, "setConfiguration:", objc.Unsigned(config))
			to := b.send(b.device, "newPipelineDataSetSerializerWithDescriptor:", objc.Of(set)).ID
			b.send(how, "setPipelineDataSetSerializer:", objc.Of(to))
			var bad objc.ID
			compiler := b.send(b.device, "newCompilerWithDescriptor:error:", objc.Of(how), objc.ErrorTo(&bad)).ID
			desc := describe(b, lib, values)
			line := b.send(compiler, "newComputePipelineStateWithDescriptor:compilerTaskOptions:error:", objc.Of(desc), objc.Of(0), objc.ErrorTo(&bad)).ID
			if b.send(to, "serializeAsArchiveAndFlushToURL:error:", b.url(path), objc.ErrorTo(&bad)).Num == 0 {
				t.Fatal(errorText(b, bad))
			}
			b.release(line, compiler, to, set, how, desc, fn, lib, values)
		})
		for _, build := range []string{"", "Version 9"} {
			st := on(t, Options{Metal4: true, Build: build}, func(b *bench) {
				fn, lib, values := b.function()
				var bad objc.ID
				file := b.send(b.device, "newArchiveWithURL:error:", b.url(path), objc.ErrorTo(&bad)).ID
				desc := describe(b, lib, values)
				id := b.send(file, "newComputePipelineStateWithDescriptor:error:", objc.Of(desc), objc.ErrorTo(&bad)).ID
				if (id != 0) != (config == 2 && build == "") || (bad == 0) != (id != 0) {
					t.Errorf("configuration %d, system %q: %d, %q", config, build, id, errorText(b, bad))
				}
				if id != 0 {
					b.release(id)
				}
				b.release(file, desc, fn, lib, values)
			})
			if st.Pipelines != 1 { // the bench's own
				t.Errorf("%+v", st)
			}
		}
	}
}

// TestArchiveFaults are calls that must not be made.
func TestArchiveFaults(t *testing.T) {
	for _, c := range []struct {
		want string
		o    Options
		do   func(b *bench)
	}{
		{"does not respond to newArchiveWithURL:error:", Options{}, func(b *bench) {
			var bad objc.ID
			b.send(b.device, "newArchiveWithURL:error:", b.url("x"), objc.ErrorTo(&bad))
		}},
		{"does not respond to newBinaryArchiveWithDescriptor:error:", Options{Old: true}, func(b *bench) {
			var bad objc.ID
			b.send(b.device, "newBinaryArchiveWithDescriptor:error:", objc.Of(b.device), objc.ErrorTo(&bad))
		}},
		{"setUrl:: argument 1 is a NSString, not a NSURL", Options{}, func(b *bench) {
			b.send(b.made("MTLBinaryArchiveDescriptor"), "setUrl:", b.text("x"))
		}},
		{"setBinaryArchives: a NSString", Options{}, func(b *bench) {
			b.send(b.made("MTLComputePipelineDescriptor"), "setBinaryArchives:", objc.Of(b.send(b.c.Class("NSArray"), "arrayWithObject:", b.text("x")).ID))
		}},
		{"a pipeline with options 8", Options{}, func(b *bench) {
			fn, _, _ := b.function()
			file, _ := b.archive("")
			b.from(file, fn, 8)
		}},
		{"a pipeline without a function", Options{}, func(b *bench) {
			file, _ := b.archive("")
			var bad objc.ID
			b.send(file, "addComputePipelineFunctionsWithDescriptor:error:", objc.Of(b.made("MTLComputePipelineDescriptor")), objc.ErrorTo(&bad))
		}},
		{"use after release of a MTLBinaryArchive", Options{}, func(b *bench) {
			file, _ := b.archive("")
			b.release(file)
			var bad objc.ID
			b.send(file, "serializeToURL:error:", b.url("x"), objc.ErrorTo(&bad))
		}},
		{"setConfiguration: 0", Options{Metal4: true}, func(b *bench) {
			b.send(b.made("MTL4PipelineDataSetSerializerDescriptor"), "setConfiguration:", objc.Unsigned(0))
		}},
		{"a function without a library or a name", Options{Metal4: true}, func(b *bench) {
			_, _, values := b.function()
			fn, special, desc := b.made("MTL4LibraryFunctionDescriptor"), b.made("MTL4SpecializedFunctionDescriptor"), b.made("MTL4ComputePipelineDescriptor")
			b.send(special, "setFunctionDescriptor:", objc.Of(fn))
			b.send(special, "setConstantValues:", objc.Of(values))
			b.send(desc, "setComputeFunctionDescriptor:", objc.Of(special))
			var bad objc.ID
			compiler := b.send(b.device, "newCompilerWithDescriptor:error:", objc.Of(b.made("MTL4CompilerDescriptor")), objc.ErrorTo(&bad)).ID
			b.send(compiler, "newComputePipelineStateWithDescriptor:compilerTaskOptions:error:", objc.Of(desc), objc.Of(0), objc.ErrorTo(&bad))
		}},
	} {
		expectFault(t, c.want, func() {
			New(c.o).Do(func(calls objc.Calls) { c.do(open(calls)) })
		})
	}
	// An archive that nobody gives back is a leak.
	sys := New(Options{Patience: 1})
	sys.Do(func(c objc.Calls) {
		b := open(c)
		defer b.close()
		b.archive("")
	})
	if err := sys.Close(); err == nil || !strings.Contains(err.Error(), "leak: a MTLBinaryArchive") {
		t.Errorf("a leak: %v", err)
	}
}

// errorText is what an NSError says; "" without one.
func errorText(b *bench, id objc.ID) string {
	if id == 0 {
		return ""
	}
	return b.send(b.send(id, "localizedDescription").ID, "UTF8String").Text
}
