package output

import "testing"

func TestDisarmedCells(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+33 1": "'+33 1", "-cmd|' /C calc'!A0": "'-cmd|' /C calc'!A0", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1",
		"-5": "-5", "+1.5": "+1.5", "-5..-3": "-5..-3", "-..": "'-..", "": "", "12 %": "12 %", "a=b": "a=b", "'=1": "'=1",
	} {
		if got := disarmed([]string{cell})[0]; got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}
