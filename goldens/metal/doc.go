// Package metal holds the tests of the Metal engine that need designs: over the fake device, the engine must give to the byte
// what an undisturbed run gives, wherever kernels are exchanged, dispatches end, buffers fill, compilations fail or the device
// is lost. That every golden design runs on it stands in goldens/forms.
package metal
