package rules

import "encoding/json"

// A shape is a part of a JSON Schema.
type shape map[string]any

// Schema is the JSON Schema (draft 2020-12) of a pack's YAML files, from the table of types that rules may make: what
// editors complete and check by. Names and phrases are checked by the loader alone.
func Schema(types []Type) ([]byte, error) {
	var makes []string
	var fields []shape
	for _, t := range types {
		makes = append(makes, t.Name)
		fields = append(fields, shape{
			"if":   shape{"required": []string{"makes"}, "properties": shape{"makes": shape{"const": t.Name}}},
			"then": shape{"properties": shape{"set": shape{"propertyNames": shape{"enum": t.Fields}}}},
		})
	}
	schema := shape{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "A file of a rule pack, format " + formats[len(formats)-1],
		"type":                 "object",
		"additionalProperties": false,
		"properties":           fileShape(),
		"$defs": shape{
			"scalar":  shape{"type": []string{"string", "number", "boolean"}},
			"texts":   oneOrMore(shape{"$ref": "#/$defs/scalar"}),
			"forms":   described(oneOrMore(shape{"$ref": "#/$defs/scalar"}), "Forms: pound, pound(s), compan(y|ies), (large | small) note(s)."),
			"phrases": described(oneOrMore(shape{"type": "string", "minLength": 1}), "Phrases: word  <list>  <field:list>  <!list>  (a | b)  x?  x*  x+  x{1,3}  ... (a gap)."),
			"list":    listShape(),
			"rule":    ruleShape(makes, fields),
			"want":    shape{"type": "object", "additionalProperties": shape{"anyOf": []shape{{"$ref": "#/$defs/scalar"}, {"$ref": "#/$defs/want"}}}},
		},
	}
	return json.MarshalIndent(schema, "", "  ")
}

// named is the shape of the names of definitions, with the sign before them where they may have one.
func named(sign string) shape { return shape{"pattern": "^" + sign + "[a-z][a-z0-9-]*$"} }

func scalar(about string) shape { return shape{"$ref": "#/$defs/scalar", "description": about} }

func scalars(about string) shape { return shape{"$ref": "#/$defs/texts", "description": about} }

func phrased(about string) shape { return shape{"$ref": "#/$defs/phrases", "description": about} }

func described(s shape, about string) shape {
	s["description"] = about
	return s
}

func oneOrMore(s shape) shape {
	return shape{"anyOf": []shape{s, {"type": "array", "items": s}}}
}

// defined is a section: a mapping of names to definitions.
func defined(sign string, each shape, about string) shape {
	return shape{"type": "object", "propertyNames": named(sign), "additionalProperties": each, "description": about}
}

// fileShape is the keys of a file's top. The header's belong in pack.yaml.
func fileShape() shape {
	called := func(about string) shape {
		return described(shape{"type": "string", "pattern": "^[a-z][a-z0-9-]*$"}, about)
	}
	return shape{
		"pack":     called("The pack's name."),
		"language": described(shape{"type": "string", "pattern": "^(und|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$"}, "BCP 47: the language of the articles; und is any."),
		"version":  described(shape{"type": "string", "pattern": `^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$`}, "Of the content, three numbers: 1.0.0."),
		"format":   described(shape{"enum": []any{1, "1"}}, "The version of the rule language; 1 where it is absent."),
		"license":  scalar("SPDX identifier."),
		"about":    scalar("What the pack is for, in a line."),
		"authors":  scalars("Who wrote it."),
		"extends":  called("The pack that it builds on: its lists, phrases and rules hold here too."),
		"replaces": called("The built-in pack whose place it takes."),
		"disable":  scalars("Inherited rules that are switched off."),
		"writing":  writingShape(),
		"numbers": shape{
			"type": "object", "description": "Numbers in words: a value and its words.",
			"properties": shape{
				"joiner":    scalar("The word between parts: what \"and\" is in one hundred and five."),
				"point":     scalar("The word before decimals: what \"point\" is in two point five."),
				"vigesimal": described(shape{"enum": []any{"yes", "no", true, false}}, "A smaller number before twenty multiplies it: four twenty is 80."),
			},
			"patternProperties":    shape{`^[0-9]+(e[0-9]+)?$`: shape{"$ref": "#/$defs/forms"}},
			"additionalProperties": false,
		},
		"inflection": defined("[+=]?", inflectionShape(), "How classes of words inflect. +name adds paradigms to an inherited class, =name replaces it."),
		"lists":      defined("[+=]?", shape{"$ref": "#/$defs/list"}, "Words, or values and the ways they are written. +name adds to an inherited list, =name replaces it."),
		"tokens":     defined("=?", shape{"type": "string", "pattern": "^/.*/$"}, "Classes of one token: a regular expression (RE2) between slashes, for the whole token."),
		"phrases":    defined("[+=]?", shape{"$ref": "#/$defs/phrases"}, "Named parts of phrases."),
		"rules":      defined("[+=]?", shape{"$ref": "#/$defs/rule"}, "What is found. +name adds phrases and examples to an inherited rule, =name replaces it."),
	}
}

func writingShape() shape {
	about := map[string]string{
		"decimal": "The decimal mark.", "group": "The marks between groups of three digits; a space stands for every kind of space.",
		"elisions": "Forms cut off before a word: l', d'.", "clitics": "Forms cut off after a word: 's.",
		"prefixes": "Forms cut off before a figure: USD of USD5.", "quotes": "Quotation marks, an opening and a closing one with a space between, outermost first.",
		"abbreviations": "Words that keep their full stop and end no sentence.",
	}
	properties := shape{}
	for _, key := range writingKeys {
		properties[key] = scalars(about[key])
		if key != "decimal" {
			properties["+"+key] = scalars(about[key] + " Added to the inherited ones.")
		}
	}
	return shape{"type": "object", "additionalProperties": false, "properties": properties, "description": "How the language writes."}
}

// listShape is a list: forms, or values with forms, or a file of names.
func listShape() shape {
	return shape{"anyOf": []shape{
		{"$ref": "#/$defs/forms"},
		{
			"type": "object",
			"properties": shape{
				formsKey:   described(shape{"$ref": "#/$defs/forms"}, "Forms that stand for no value but themselves."),
				accentsKey: described(shape{"const": optional}, "Texts may leave accents of the forms out."),
				inflectKey: scalar("The class of words, by the section inflection, that the list's lemmas inflect as."),
				lemmasKey: described(shape{"anyOf": []shape{
					{"$ref": "#/$defs/forms"}, {"type": "object", "additionalProperties": shape{"type": "string"}},
				}}, "Lemmas, with what is said of each: its traits, a trait and the forms that alone have it, like and a word that inflects alike."),
				traitsKey:  described(shape{"type": "object"}, "What may be said of a lemma: a line on what it means, a list of traits that it stands for, or about and on (the features that its forms have)."),
				choiceKey:  described(shape{"type": "object", "additionalProperties": shape{"$ref": "#/$defs/texts"}}, "Traits of which a lemma has one, the first where none is named. The choice is a list of its own, of lemmas by trait."),
				includeKey: scalars("Other lists of lemmas that inflect alike: this one has theirs too, without what is said of them there."),
				apartKey:   scalars("Traits whose forms are found only where a phrase asks for the trait."),
				fileKey:    described(shape{"anyOf": []shape{{"type": "string"}, {"$ref": "#/$defs/forms"}}}, "A file of names in the pack's folder or beside it: a name a line, or a value, a TAB and its names."),
			},
			"additionalProperties": shape{"$ref": "#/$defs/forms"},
		},
	}}
}

// inflectionShape is how one class of words inflects.
func inflectionShape() shape {
	row := shape{"type": "string", "minLength": 1}
	return shape{
		"type": "object", "additionalProperties": false,
		"properties": shape{
			"features":  shape{"type": "object", "additionalProperties": shape{"$ref": "#/$defs/texts"}, "description": "Names for several features: finite: [present, past]."},
			"reflexive": scalars("The words that make a lemma reflexive: se, s', -se."),
			"paradigms": shape{
				"type": "object", "description": "Paradigms by what their lemmas end in (-er), by whole lemmas (be), or by an expression (/.../).",
				"additionalProperties": shape{
					"type": "object",
					"properties": shape{
						"like":     scalar("The paradigm whose rows and spelling it has besides its own."),
						"spelling": scalar("What becomes of the end of a stem and the beginning of an ending: g+a=gea ?+ED=??ed."),
					},
					"additionalProperties": described(row, "Features: the forms that have them, one, two (numbers), four (genders and numbers) or six (persons)."),
				},
			},
		},
	}
}

func ruleShape(makes []string, fields []shape) shape {
	return shape{
		"type": "object", "additionalProperties": false, "allOf": fields,
		"properties": shape{
			"makes":  described(shape{"enum": makes}, "The type of what it finds."),
			"about":  scalar("What it is for, in a line."),
			"match":  phrased("What it finds."),
			"after":  phrased("What must stand just before a match."),
			"before": phrased("What must stand just after a match."),
			"except": phrased("A match that touches one of these is dropped."),
			"set":    described(shape{"type": "object", "additionalProperties": shape{"$ref": "#/$defs/scalar"}}, "Fields with a fixed value."),
			"examples": described(shape{
				"type": "object", "minProperties": 1,
				"additionalProperties": shape{"anyOf": []shape{
					{"const": nothing}, {"$ref": "#/$defs/want"}, {"type": "array", "items": shape{"$ref": "#/$defs/want"}},
				}},
			}, "A sentence, or several in one by (groups | of alternatives), and what the rule makes of it: the properties that it must give, a list of these, or nothing."),
			"status": described(shape{"enum": statuses}, "None means that it is in use."),
			"was":    scalars("Names that it had before."),
			"see":    scalar("An address to read more at."),
		},
	}
}
