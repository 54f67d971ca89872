// Reads the texts of a dump on standard input with a package that does a part of what sayso does, and prints its pace.
//
//	node peers.mjs chrono|compromise-tags|compromise|numbers|currency|datetime|recognizers
//
// The texts come in six parts: the first one warms up; of each other one a line tells its bytes and the seconds it took.
import { readFileSync } from 'node:fs'

const parts = 6
const day = new Date(2025, 2, 12)

// Each maker loads its package and gives what reads a text.
const makers = {
  chrono: async () => {
    const chrono = await import('chrono-node')
    return text => chrono.parse(text, day)
  },
  'compromise-tags': async () => {
    const { default: nlp } = await import('compromise')
    return text => nlp(text)
  },
  compromise: async () => {
    const { default: nlp } = await import('compromise')
    return text => {
      const doc = nlp(text)
      return [doc.topics().json(), doc.money().json(), doc.quotations().json()]
    }
  },
  numbers: () => recognizer('recognizeNumber'),
  currency: () => recognizer('recognizeCurrency'),
  datetime: () => recognizer('recognizeDateTime', 1, day),
  recognizers: async () => {
    const all = [await makers.numbers(), await makers.currency(), await makers.datetime()]
    return text => all.map(read => read(text))
  },
}

async function recognizer(name, ...more) {
  const { default: suite } = await import('@microsoft/recognizers-text-suite')
  return text => suite[name](text, 'en-us', ...more)
}

const read = await makers[process.argv[2]]()
const texts = readFileSync(0, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line).text)
for (let i = 0; i < parts; i++) {
  const part = texts.slice(Math.floor(texts.length * i / parts), Math.floor(texts.length * (i + 1) / parts))
  const bytes = part.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const began = performance.now()
  for (const text of part) read(text)
  if (i > 0) console.log(bytes, (performance.now() - began) / 1000)
}
