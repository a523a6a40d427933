// Whatever has a state that people see has a word for every value of it, in every language.
import { languages, messagesOf } from './messages'
import type { Rule } from './rule'
import { enumFiles, enumsNotShown, labelFiles } from './rules'
import { codeIn, type Sources } from './source'
import { listOfTexts, tableOfTexts } from './syntax'

type Enum = { name: string; file: string; values: string[] }
type LabelTable = { name: string; file: string; line: number; labels: Record<string, string> }

function schemaEnums(sources: Sources): Enum[] {
  const files = sources.paths.filter((file) => file.startsWith('prisma/') && file.endsWith('.prisma'))
  return files.flatMap((file) =>
    [...sources.text(file).matchAll(/^enum (\w+) \{([^}]*)\}/gm)].map(([, name = '', body = '']) => ({
      name,
      file,
      values: body.split('\n').flatMap((text) => /^\s*(\w+)/.exec(text)?.[1] ?? []),
    })),
  )
}

function modelEnums(sources: Sources): Enum[] {
  const files = codeIn(sources, 'lib').filter((file) => enumFiles.test(file))
  return files.flatMap((file) =>
    sources.syntax(file).constants.flatMap(({ name, value }) => {
      const values = listOfTexts(value)
      return values ? [{ name, file, values }] : []
    }),
  )
}

function labelTables(sources: Sources): LabelTable[] {
  const files = codeIn(sources, 'lib').filter((file) => labelFiles.test(file))
  const constants = files.flatMap((file) => sources.syntax(file).constants.map((one) => ({ file, ...one })))
  const lookup = (name: string) => constants.find((one) => one.name === name)?.value ?? null
  return constants.flatMap(({ file, name, line, value }) => {
    const labels = tableOfTexts(value, lookup)
    return labels ? [{ name, file, line, labels }] : []
  })
}

const nounOf = (file: string): string => /^(?:lib|prisma\/models)\/([\w-]+)/.exec(file)?.[1] ?? ''

/** A table with exactly the enum's values; one of the same noun may hold more (an answer for "none", for example). */
function isFor(table: LabelTable, { file, values }: Enum): boolean {
  const exact = Object.keys(table.labels).length === values.length
  return (exact || nounOf(table.file) === nounOf(file)) && values.every((value) => value in table.labels)
}

const planted = {
  'prisma/models/risks.prisma': 'enum RiskState {\n  open\n  /// no longer a risk\n  closed\n}\n',
  'lib/messages/fi/risks.json': '{"state":{"open":"auki","closed":"suljettu"}}',
  'lib/messages/sv/risks.json': '{"state":{"open":"öppen","closed":"stängd"}}',
  'lib/messages/en/risks.json': '{"state":{"open":"open"}}',
}

export const labelRules: Rule[] = [
  {
    name: 'every enum that is shown has a table of labels',
    unit: 'enums',
    floor: 55,
    check: (sources) => {
      const [enums, tables] = [[...schemaEnums(sources), ...modelEnums(sources)], labelTables(sources)]
      const without = enums.filter((one) => !(one.name in enumsNotShown) && !tables.some((table) => isFor(table, one)))
      const idle = Object.keys(enumsNotShown).filter(
        (name) => enums.length > 5 && !enums.some((one) => one.name === name),
      )
      return {
        looked: enums.length,
        findings: [
          ...without.map((one) => `${one.file}: ${one.name} (${one.values.join(', ')}) has no table in a labels.ts`),
          ...idle.map((name) => `enumsNotShown names ${name}, which is no enum`),
        ],
      }
    },
    planted: [
      { files: planted, finding: /RiskState \(open, closed\) has no table/ },
      {
        files: {
          ...planted,
          'lib/risks/labels.ts': "export const stateLabels: Record<S, string> = { open: 'risks.state.open' }",
        },
        finding: /RiskState/,
      },
      {
        files: { 'lib/risks/model.ts': "export const scales = ['low', 'high'] as const" },
        finding: /scales \(low, high\)/,
      },
    ],
  },
  {
    name: 'every label is a text of all three catalogues',
    unit: 'labels',
    floor: 180,
    check: (sources) => {
      const catalogues = languages.map((language) => ({ language, messages: messagesOf(sources, language) }))
      const labels = labelTables(sources).flatMap((table) =>
        Object.values(table.labels).map((key) => ({ ...table, key })),
      )
      const findings = labels.flatMap(({ file, line, name, key }) => {
        const without = catalogues.filter(({ messages }) => !messages.get(key)).map(({ language }) => language)
        return without.length > 0 ? [`${file}:${line} ${name}: ${key} is missing in ${without.join(', ')}`] : []
      })
      return { looked: labels.length, findings }
    },
    planted: [
      {
        files: {
          ...planted,
          'lib/risks/labels.ts':
            "export const stateLabels = { open: 'risks.state.open', closed: 'risks.state.closed' }",
        },
        finding: /stateLabels: risks.state.closed is missing in en/,
      },
    ],
  },
]
