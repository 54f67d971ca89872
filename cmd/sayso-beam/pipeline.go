package main

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	beam.RegisterType(reflect.TypeFor[part]())
	beam.RegisterType(reflect.TypeFor[shard]())
	register.DoFn3x1[context.Context, fileio.FileMetadata, func(part), error](&cutFn{})
	register.DoFn3x0[int, func(*part) bool, func(shard)](&planFn{})
	register.DoFn2x1[context.Context, shard, error](&readFn{})
	register.Emitter1[part]()
	register.Emitter1[shard]()
	register.Iter1[part]()
}

// build puts the steps into a pipeline: the files are found and cut, their parts are put together to shards, and each of these
// is read and written by itself. What goes from step to step are places in files, not articles, so that no runner has to
// hold or move these; a shard that is read again, by a worker that takes over, gives the same file again.
func build(s beam.Scope, set *settings, packs []folder) {
	files := fileio.MatchFiles(s, set.input)
	parts := beam.ParDo(s, &cutFn{From: set.from, Size: set.shardSize}, files)
	all := beam.GroupByKey(s, beam.AddFixedKey(s, parts))
	shards := beam.ParDo(s, &planFn{Size: set.shardSize}, all)
	beam.ParDo0(s, &readFn{
		Output: set.output, Format: set.format, From: set.from, Date: set.date, Lang: set.lang, Types: set.types, Filter: set.filter, Text: set.text, Packs: packs,
	}, beam.Reshuffle(s, shards))
}
