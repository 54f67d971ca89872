package document

import _ "embed"

//go:embed record.schema.json
var recordSchema []byte

// RecordSchema is the JSON Schema (2020-12) of a Document as JSON. Its definitions are the types of the record by name, and
// their descriptions the comments of these.
func RecordSchema() []byte { return recordSchema }
