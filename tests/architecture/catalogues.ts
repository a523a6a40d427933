// Finnish, Swedish and English hold the same keys; every key that the program names exists.
import { Visitor } from 'oxc-parser'
import { argumentsOf, catalogueFiles, languages, messagesOf, namespaceOf } from './messages'
import type { Rule } from './rule'
import { cataloguesInComponents, keyPickers } from './rules'
import { codeIn, type Sources } from './source'

type KeyUse = { file: string; line: number; key: RegExp; shown: string }

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Keys in t('…'), t(`….${x}.…`) and t.has('…'); in schemas every text that looks like a key. */
function keyUses(sources: Sources, file: string): KeyUse[] {
  const uses: KeyUse[] = []
  const { program, line } = sources.syntax(file)
  const add = (start: number, shown: string, pattern: string) =>
    uses.push({ file, line: line(start), shown, key: new RegExp(`^${pattern}$`) })
  const isSchema = file.endsWith('/schema.ts')
  // A template that begins with its variable could name anything.
  const beginning = keyPickers.test(file) ? '.*' : '(?!)'
  new Visitor({
    CallExpression({ callee, arguments: [given], start }) {
      if (callee.type !== 'Identifier' || callee.name !== 't' || !given) return
      if (given.type === 'Literal' && typeof given.value === 'string') add(start, given.value, escaped(given.value))
      if (given.type === 'TemplateLiteral') {
        const parts = given.quasis.map((part) => part.value.raw)
        add(start, parts.join('…'), parts[0] === '' ? beginning : parts.map(escaped).join('[\\w-]+'))
      }
    },
    Literal({ value, start }) {
      if (isSchema && typeof value === 'string' && /^[a-z]\w*(\.\w+)+$/.test(value)) add(start, value, escaped(value))
    },
  }).visit(program)
  return uses
}

export const catalogueRules: Rule[] = [
  {
    name: 'the catalogues of the three languages hold the same keys, none of them empty',
    unit: 'texts',
    floor: 1500,
    check: (sources) => {
      const all = languages.map((language) => ({ language, messages: messagesOf(sources, language) }))
      const keys = new Set(all.flatMap(({ messages }) => [...messages.keys()]))
      const findings = [...keys].flatMap((key) => {
        const missing = all.filter(({ messages }) => !messages.has(key)).map(({ language }) => language)
        const empty = all
          .filter(({ messages }) => messages.has(key) && !messages.get(key)?.trim())
          .map(({ language }) => language)
        return [
          ...(missing.length > 0 ? [`${key} is missing in ${missing.join(', ')}`] : []),
          ...(empty.length > 0 ? [`${key} is empty in ${empty.join(', ')}`] : []),
        ]
      })
      return { looked: all.reduce((sum, { messages }) => sum + messages.size, 0), findings }
    },
    planted: [
      {
        files: { 'lib/messages/fi/risks.json': '{"a":"x","b":"y"}', 'lib/messages/sv/risks.json': '{"a":" ","b":"y"}' },
        finding: /risks.a is missing in en\nrisks.a is empty in sv\nrisks.b is missing in en/,
      },
    ],
  },
  {
    name: 'a message takes the same arguments in every language',
    unit: 'texts',
    floor: 1500,
    check: (sources) => {
      const finnish = messagesOf(sources, 'fi')
      const texts = languages.flatMap((language) =>
        [...messagesOf(sources, language)].map(([key, text]) => ({ language, key, text })),
      )
      const findings = texts.flatMap(({ language, key, text }) => {
        const [own, first] = [argumentsOf(text ?? ''), argumentsOf(finnish.get(key) ?? text ?? '')]
        if (own === null) return [`${key} (${language}): the braces do not pair`]
        if (/\{\s*\w+\s*,\s*(number|date|time)\b/.test(text ?? ''))
          return [`${key} (${language}): formats by itself: give it a text`]
        return first && own.join() !== first.join()
          ? [`${key} (${language}): takes {${own}}, in Finnish {${first}}`]
          : []
      })
      return { looked: texts.length, findings }
    },
    planted: [
      {
        files: {
          'lib/messages/fi/risks.json': '{"a":"{count, plural, one {# riski {x}} other {# riskiä}}"}',
          'lib/messages/sv/risks.json': '{"a":"{count} risker"}',
          'lib/messages/en/risks.json': '{"a":"{count, plural, one {# risk} other {# risks}"}',
        },
        finding: /\(sv\): takes \{count\}, in Finnish \{count,x\}[\s\S]*\(en\): the braces do not pair/,
      },
      {
        files: { 'lib/messages/fi/risks.json': '{"a":"{at, date, short}"}' },
        finding: /risks.a \(fi\): formats by itself/,
      },
    ],
  },
  {
    name: 'every catalogue file is read in its language',
    unit: 'catalogues',
    floor: 75,
    check: (sources) => {
      const aside = Object.keys(cataloguesInComponents).flatMap((file) =>
        sources.has(file) ? [sources.text(file)] : [],
      )
      const files = languages.flatMap((language) => catalogueFiles(sources, language))
      const unread = files.filter((file) => {
        const list = `${file.split('/').slice(0, 3).join('/')}/catalogue.ts`
        const line = `export { default as ${namespaceOf(file)} } from '@/${file}'`
        return (
          !(sources.has(list) && sources.text(list).includes(line)) &&
          !aside.some((text) => text.includes(`'@/${file}'`))
        )
      })
      return { looked: files.length, findings: unread.map((file) => `${file} is not in its catalogue.ts`) }
    },
    planted: [
      {
        files: {
          'lib/messages/sv/plan-changes.json': '{}',
          'lib/messages/sv/catalogue.ts':
            "export { default as planChanges } from '@/lib/messages/fi/plan-changes.json'",
        },
        finding: /sv\/plan-changes.json is not in its catalogue/,
      },
    ],
  },
  {
    name: 'every key that the program names exists',
    unit: 'keys',
    floor: 350,
    check: (sources) => {
      const known = [...messagesOf(sources, 'fi').keys()]
      const uses = codeIn(sources, 'app', 'components', 'lib').flatMap((file) => keyUses(sources, file))
      const exact = new Set(known)
      const absent = uses.filter((use) => !exact.has(use.shown) && !known.some((key) => use.key.test(key)))
      return {
        looked: uses.length,
        findings: absent.map((use) => `${use.file}:${use.line} ${use.shown} is in no catalogue`),
      }
    },
    planted: [
      {
        files: { 'app/page.tsx': "export const a = t('risks.tittle')", 'lib/messages/fi/risks.json': '{"title":"x"}' },
        finding: /risks.tittle/,
      },
      {
        files: { 'app/page.tsx': "t('risks')", 'lib/messages/fi/risks.json': '{"title":"x"}' },
        finding: /:1 risks is in no/,
      },
      {
        files: { 'app/page.tsx': `t(\`risks.\${a}.name\`)`, 'lib/messages/fi/risks.json': '{"a":{"title":"x"}}' },
        finding: /risks\.…\.name/,
      },
      {
        files: { 'app/page.tsx': `t(\`\${noun}.title\`)`, 'lib/messages/fi/risks.json': '{"title":"x"}' },
        finding: /:1 …\.title/,
      },
      {
        files: { 'lib/risks/schema.ts': "z.string().min(1, 'risks.error.text')", 'lib/messages/fi/risks.json': '{}' },
        finding: /risks.error.text/,
      },
    ],
  },
]
