// Package markdown writes an article as Markdown.
package markdown

import (
	"strings"

	"sayso/extract/article"
)

// Of is an article as Markdown: its title, who wrote it, where and when, then its blocks. A text without blocks is
// taken for what it is.
func Of(a article.Article) string {
	var b strings.Builder
	if a.Title != "" {
		b.WriteString("# " + escape(a.Title) + "\n\n")
	}
	var about []string
	for _, s := range []string{strings.Join(a.Byline, ", "), a.Site, a.Published.Date} {
		if s != "" {
			about = append(about, escape(s))
		}
	}
	if len(about) > 0 {
		b.WriteString("*" + strings.Join(about, " · ") + "*\n\n")
	}
	if a.URL != "" {
		b.WriteString("<" + a.URL + ">\n\n")
	}
	if len(a.Blocks) == 0 {
		b.WriteString(strings.TrimRight(a.Text, "\n") + "\n")
		return b.String()
	}
	var last article.Kind
	for i, block := range a.Blocks {
		if i > 0 {
			b.WriteString(between(last, block.Kind))
		}
		b.WriteString(markup(block.Kind, a.Text[block.Start:block.End]))
		last = block.Kind
	}
	b.WriteByte('\n')
	return b.String()
}

// between is what parts two blocks: the items of a list stand on lines of their own.
func between(last, next article.Kind) string {
	if last == next && next == article.ListItem {
		return "\n"
	}
	return "\n\n"
}

// markup is a block as Markdown writes it.
func markup(kind article.Kind, text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i, line := range lines {
		lines[i] = escape(line)
	}
	switch kind {
	case article.Heading:
		return "## " + strings.Join(lines, " ")
	case article.ListItem:
		return "- " + strings.Join(lines, "\n  ")
	case article.Blockquote:
		return "> " + strings.Join(lines, "\n> ")
	case article.Caption:
		return "*" + strings.Join(lines, " ") + "*"
	}
	return strings.Join(lines, "\n")
}

// marks are what Markdown would take for its own.
var marks = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "<", "\\<")

// escape is a line whose words mean themselves; what would begin a list, a heading or a quotation is marked at its start.
func escape(line string) string {
	line = marks.Replace(line)
	trimmed := strings.TrimLeft(line, " ")
	if trimmed != "" && strings.ContainsRune("#>+-", rune(trimmed[0])) {
		return "\\" + trimmed
	}
	return line
}
