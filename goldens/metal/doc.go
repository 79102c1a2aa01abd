// Package metal holds the tests of the Metal engine that need designs: over the fake device, the engine must give to the byte
// what an undisturbed run gives, wherever kernels are exchanged, dispatches end, buffers fill, compilations fail, hang or crash,
// archives are damaged or the device is lost. Compilations are guarded by processes of this package's test binary. That every golden design runs on it stands in goldens/forms.
package metal
