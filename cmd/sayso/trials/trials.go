// Package trials holds the program to what it may take: hostile inputs of every kind, and long runs that are killed.
package trials
