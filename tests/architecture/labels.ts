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
  return files.flatMap((file) =>
    sources.syntax(file).constants.flatMap(({ name, line, value }) => {
      const labels = tableOfTexts(value)
      return labels ? [{ name, file, line, labels }] : []
    }),
  )
}

const isFor = (table: LabelTable, { values }: Enum): boolean =>
  Object.keys(table.labels).length === values.length && values.every((value) => value in table.labels)

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
    floor: 25,
    check: (sources) => {
      const [enums, tables] = [[...schemaEnums(sources), ...modelEnums(sources)], labelTables(sources)]
      const without = enums.filter((one) => !(one.name in enumsNotShown) && !tables.some((table) => isFor(table, one)))
      const idle = Object.keys(enumsNotShown).filter((name) => enums.length > 5 && !enums.some((one) => one.name === name))
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
        files: { ...planted, 'lib/risks/labels.ts': "export const stateLabels: Record<S, string> = { open: 'risks.state.open' }" },
        finding: /RiskState/,
      },
      { files: { 'lib/risks/model.ts': "export const scales = ['low', 'high'] as const" }, finding: /scales \(low, high\)/ },
    ],
  },
  {
    name: 'every label is a text of all three catalogues',
    unit: 'labels',
    floor: 100,
    check: (sources) => {
      const catalogues = languages.map((language) => ({ language, messages: messagesOf(sources, language) }))
      const labels = labelTables(sources).flatMap((table) => Object.values(table.labels).map((key) => ({ ...table, key })))
      const findings = labels.flatMap(({ file, line, name, key }) =>
        catalogues.filter(({ messages }) => !messages.get(key)).map(({ language }) => `${file}:${line} ${name}: ${key} is missing in ${language}`),
      )
      return { looked: labels.length, findings }
    },
    planted: [
      {
        files: {
          ...planted,
          'lib/risks/labels.ts': "export const stateLabels = { open: 'risks.state.open', closed: 'risks.state.closed' }",
        },
        finding: /stateLabels: risks.state.closed is missing in en/,
      },
    ],
  },
]
