//go:build !((linux || darwin) && (amd64 || arm64))

package clang

import (
	"context"
	"errors"

	"github.com/gpga/gpga/codegen/layout"
	"github.com/gpga/gpga/scheduler/program"
)

// Engine does not exist on this platform.
type Engine struct{}

// NewEngine says that the platform has no clang engine.
func NewEngine(context.Context, string, *program.Program, *layout.Tables, Options) (*Engine, error) {
	return nil, errors.New("the clang engine does not exist on this platform")
}

// Library does not exist on this platform.
type Library struct{}

// Load says that the platform has no clang engine.
func Load(context.Context, string, Options) (*Library, error) {
	return nil, errors.New("the clang engine does not exist on this platform")
}

// Engine is never called.
func (l *Library) Engine(*program.Program, *layout.Tables) *Engine { return nil }

// Close is never called.
func (l *Library) Close() error { return nil }

// Arena is never called.
func (e *Engine) Arena() []uint32 { return nil }

// Extend is never called.
func (e *Engine) Extend(uint32) ([]uint32, error) { return nil, errors.ErrUnsupported }

// Step is never called.
func (e *Engine) Step(uint32) error { return errors.ErrUnsupported }

// Close is never called.
func (e *Engine) Close() error { return nil }
