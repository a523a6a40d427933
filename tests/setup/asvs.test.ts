// docs/security/asvs.md against the numbers and levels of OWASP ASVS 5.0.0, and against the files that it names.
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Levels of the requirements of each section, in their order: "122" is .1 of level 1, .2 and .3 of level 2. V17 has no rows. */
const levels: Readonly<Record<string, string>> = {
  ...{ '1.1': '22', '1.2': '1111122223', '1.3': '112222222223', '1.4': '222', '1.5': '123' },
  ...{ '2.1': '122', '2.2': '112', '2.3': '12223', '2.4': '23' },
  ...{ '3.1': '3', '3.2': '113', '3.3': '12223', '3.4': '11222233', '3.5': '11122333', '3.6': '3', '3.7': '22333' },
  ...{ '4.1': '12233', '4.2': '23333', '4.3': '22', '4.4': '1222' },
  ...{ '5.1': '2', '5.2': '112333', '5.3': '113', '5.4': '222' },
  ...{ '6.1': '122', '6.2': '111111112222', '6.3': '11223333', '6.4': '112233' },
  ...{ '6.5': '22222333', '6.6': '2223', '6.7': '33', '6.8': '2222' },
  ...{ '7.1': '222', '7.2': '1111', '7.3': '22', '7.4': '11222', '7.5': '223', '7.6': '22' },
  ...{ '8.1': '1233', '8.2': '1123', '8.3': '133', '8.4': '23' },
  ...{ '9.1': '111', '9.2': '1222' },
  ...{ '10.1': '22', '10.2': '223', '10.3': '22223', '10.4': '1111122222233333' },
  ...{ '10.5': '22222', '10.6': '22', '10.7': '222' },
  ...{ '11.1': '2233', '11.2': '22233', '11.3': '11233', '11.4': '1222', '11.5': '23', '11.6': '23', '11.7': '33' },
  ...{ '12.1': '12233', '12.2': '11', '12.3': '22223' },
  ...{ '13.1': '2333', '13.2': '222223', '13.3': '2233', '13.4': '1222233' },
  ...{ '14.1': '22', '14.2': '12223333', '14.3': '122' },
  ...{ '15.1': '12233', '15.2': '12233', '15.3': '1222222', '15.4': '3333' },
  ...{ '16.1': '2', '16.2': '22222', '16.3': '2222', '16.4': '222', '16.5': '2223' },
}
const asked = new Map(
  Object.entries(levels).flatMap(([section, all]) =>
    [...all]
      .map((level, at): [string, string] => [`v5.0.0-${section}.${at + 1}`, level])
      .filter(([, level]) => level < '3'),
  ),
)

const verdicts = ['met', 'partly', 'not met', 'does not apply']
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const isRow = (line: string): boolean => line.startsWith('| ') && !/^\| (---|Number|Chapter)/.test(line)

/** The parts of the document by their headings, each with the rows of its table. */
function partsOf(text: string): { title: string; rows: string[][]; body: string }[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((body) => ({
      title: body.split('\n')[0] ?? '',
      rows: body.split('\n').filter(isRow).map(cellsOf),
      body,
    }))
}

const isOpen = ([, , , verdict]: string[]): boolean => verdict === 'partly' || verdict === 'not met'

function faultsOfRow([number = '', words = '', level, verdict = '', shown = '', ...more]: string[]): string[] {
  const files = [...shown.matchAll(/`([^`]+)`/g)].flatMap(([, file]) => file ?? [])
  return [
    asked.get(number) === level ? '' : `no such requirement of level ${level}`,
    words === '' || shown === '' || more.length > 0 ? 'a column too few or too many' : '',
    verdicts.includes(verdict) ? '' : `"${verdict}" is no verdict`,
    verdict === 'met' && files.length === 0 ? 'met, and nothing shows it' : '',
    ...files.map((file) => (fs.existsSync(file) ? '' : `no file ${file}`)),
  ]
    .filter(Boolean)
    .map((fault) => `${number}: ${fault}`)
}

function faultsOf(text: string): string[] {
  const parts = partsOf(text)
  const chapters = parts.filter(({ title }) => /^V\d/.test(title))
  const rows = chapters.flatMap((chapter) => chapter.rows)
  const numbers = rows.map(([number = '']) => number)
  const counts = (title: string, of: string[][]) =>
    [title, of.length, ...verdicts.map((one) => of.filter(([, , , verdict]) => verdict === one).length)].join(' | ')
  const counted = [...chapters.map((one) => counts(one.title, one.rows)), counts('All', rows)]
  const told = parts.find(({ title }) => title === 'Counts')?.rows.map((row) => row.join(' | ')) ?? []
  const missing = parts.find(({ title }) => title === 'What is missing')?.body ?? ''
  const listed = [...missing.matchAll(/\*\* \(([\d., ]+)\)/g)].flatMap(([, list = '']) =>
    list.split(', ').map((number) => `v5.0.0-${number}`),
  )
  const open = rows.filter(isOpen).map(([number = '']) => number)
  return [
    ...rows.flatMap(faultsOfRow),
    ...numbers.filter((number, at) => numbers.indexOf(number) < at).map((number) => `${number}: twice`),
    ...[...asked.keys()].filter((number) => !numbers.includes(number)).map((number) => `${number}: has no row`),
    ...counted.filter((line) => !told.includes(line)).map((line) => `the counts should say: ${line}`),
    ...open
      .filter((number) => !listed.includes(number))
      .map((number) => `${number}: not in the list of what is missing`),
    ...listed.filter((number) => !open.includes(number)).map((number) => `${number}: listed, and not open`),
  ]
}

describe('the self-assessment', () => {
  const text = fs.readFileSync('docs/security/asvs.md', 'utf8')
  const row = (number: string): string => text.split('\n').find((line) => line.startsWith(`| v5.0.0-${number} `)) ?? ''

  it('has every requirement of levels 1 and 2, and every file that it names is there', () => {
    const rows = partsOf(text)
      .filter(({ title }) => /^V\d/.test(title))
      .flatMap((chapter) => chapter.rows)
    expect(rows.length).toBeGreaterThanOrEqual(180)
    expect(faultsOf(text)).toEqual([])
  })

  it.each([
    ['a row twice', () => `${row('1.1.1')}\n${row('1.1.1')}`, /v5\.0\.0-1\.1\.1: twice/],
    ['a row gone', () => '', /v5\.0\.0-1\.1\.1: has no row/],
    ['a number of another form', () => row('1.1.1').replace('v5.0.0-1.1.1', 'V1.1.1'), /V1\.1\.1: no such requirement/],
    ['another level', () => row('1.1.1').replace('| 2 |', '| 1 |'), /no such requirement of level 1/],
    ['another verdict', () => row('1.1.1').replace('| met |', '| almost |'), /"almost" is no verdict/],
    ['a file that is not there', () => row('1.1.1').replace('lib/access/action.ts', 'lib/access/acts.ts'), /no file/],
    ['met without anything', () => row('1.1.1').replace(/\| met \|.*/, '| met | surely |'), /nothing shows it/],
    ['a bar inside a cell', () => row('1.1.1').replace('| met |', '| met | and |'), /a column too few or too many/],
    ['counts that differ', () => row('1.1.1').replace('| met |', '| does not apply |'), /the counts should say: V1 /],
    ['something open that is not listed', () => row('1.1.1').replace('| met |', '| partly |'), /not in the list/],
  ])('would be found wrong with %s (planted)', (_, planted, fault) => {
    const faults = faultsOf(text.replace(row('1.1.1'), () => planted()))
    expect(faults.join('\n')).toMatch(fault)
  })
})
