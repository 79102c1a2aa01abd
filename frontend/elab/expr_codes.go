package elab

import "github.com/gpga/gpga/frontend/diag"

// Codes of diagnostics on expressions and statements; their texts stand in package diag.
const (
	codeExpr        diag.Code = "E3001"
	codeRealOperand diag.Code = "E3002"
	codeUnsized     diag.Code = "E3003"
	codeZeroWidth   diag.Code = "E3004"
	codeReplCount   diag.Code = "E3005"
	codeUnknownName diag.Code = "E3006"
	codeNotFunction diag.Code = "E3007"
	codeArgCount    diag.Code = "E3008"
	codeSelect      diag.Code = "E3009"
	codeArrayUse    diag.Code = "E3010"
	codeNotConst    diag.Code = "E3011"
	codeNotValue    diag.Code = "E3012"
	codeTarget      diag.Code = "E3013"
	codeNoSysTask   diag.Code = "E3014"
	codeSysArgs     diag.Code = "E3015"
	codeNotTask     diag.Code = "E3016"
	codeStatement   diag.Code = "E3017"
	codeNotEvent    diag.Code = "E3018"
	codeConstCall   diag.Code = "E3019"
	codeDisable     diag.Code = "E3020"
	codeIgnored     diag.Code = "W3003"
	codeTooWide     diag.Code = "E9301"
	codeUnsupported diag.Code = "E9302"
	codeNoDelay     diag.Code = "E3021"
	codeSynthesis   diag.Code = "E3022"
	codeExtension   diag.Code = "W3004"
	codeNeverWakes  diag.Code = "W3002"
)
