package learn

import "math"

// memory is how many steps back the descent looks to know the curve.
const memory = 8

// A step is a move that was made and how the gradient changed with it.
type step struct {
	move, turn []float64
	rho        float64
}

// descend moves x to where f is least, by the L-BFGS method. f gives its value and fills the gradient.
func descend(x []float64, most int, f func(x, gradient []float64) float64) {
	n := len(x)
	gradient, next, at := make([]float64, n), make([]float64, n), make([]float64, n)
	value := f(x, gradient)
	var past []step
	for range most {
		direction := newton(past, gradient)
		slope := dot(direction, gradient)
		if slope >= 0 {
			past, direction = nil, scaled(gradient, -1)
			slope = -dot(gradient, gradient)
		}
		if math.Sqrt(-slope) < 1e-3 {
			return
		}
		size := 1.0
		if len(past) == 0 {
			size = 1 / math.Max(1, math.Sqrt(-slope))
		}
		var reached float64
		for range 30 {
			for k := range x {
				at[k] = x[k] + size*direction[k]
			}
			reached = f(at, next)
			if reached <= value+1e-4*size*slope {
				break
			}
			size /= 2
		}
		s := step{make([]float64, n), make([]float64, n), 0}
		for k := range x {
			s.move[k], s.turn[k] = at[k]-x[k], next[k]-gradient[k]
		}
		if d := dot(s.move, s.turn); d > 1e-10 {
			s.rho = 1 / d
			if past = append(past, s); len(past) > memory {
				past = past[1:]
			}
		}
		gain := value - reached
		copy(x, at)
		copy(gradient, next)
		if value = reached; gain < 1e-5*math.Abs(value) {
			return
		}
	}
}

// newton is the direction to the bottom of the curve that the last steps tell of.
func newton(past []step, gradient []float64) []float64 {
	d := scaled(gradient, -1)
	alpha := make([]float64, len(past))
	for i := len(past) - 1; i >= 0; i-- {
		alpha[i] = past[i].rho * dot(past[i].move, d)
		add(d, past[i].turn, -alpha[i])
	}
	if len(past) > 0 {
		s := past[len(past)-1]
		by := 1 / (s.rho * dot(s.turn, s.turn))
		for k := range d {
			d[k] *= by
		}
	}
	for i := range past {
		add(d, past[i].move, alpha[i]-past[i].rho*dot(past[i].turn, d))
	}
	return d
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func add(to, a []float64, by float64) {
	for i := range to {
		to[i] += by * a[i]
	}
}

func scaled(a []float64, by float64) []float64 {
	b := make([]float64, len(a))
	add(b, a, by)
	return b
}
