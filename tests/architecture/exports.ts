// What files give out: viewer first, wrapped actions, no default exports where not needed, docstrings, reasons for silence.
import type { Expression } from 'oxc-parser'
import { isListed } from './matching'
import type { Rule } from './rule'
import * as house from './rules'
import { codeIn, type Sources } from './source'

const readsOrWrites = (file: string): boolean => /^lib\/.*\/(queries|commands)\.ts$/.test(file)

/** Whether a function can reach the database: what only turns rows into shapes needs no viewer. */
const reaches = (text: string): boolean =>
  /\b(asViewer|inScope|systemViewer|mintViewer|Tx|tx|Promise|async|await)\b/.test(text)

const isMadeByWrapper = (value: Expression | null): boolean =>
  value?.type === 'CallExpression' &&
  value.callee.type === 'Identifier' &&
  ['action', 'secretAction', 'actionBeforeFactor', 'secretActionBeforeFactor', 'publicAction'].includes(
    value.callee.name,
  )

/** Functions that say 'use server' inside themselves are actions too, hidden from the wrapper. */
const innerUseServer = /\{\s*['"]use server['"]/

function actionFindings(sources: Sources, file: string): string[] {
  const isActions = /^app\/(.*\/)?actions\.ts$/.test(file)
  const { directives, exportedNames, constants, exportsEverything } = sources.syntax(file)
  const says = directives.includes('use server')
  if (!isActions)
    return says || innerUseServer.test(sources.text(file)) ? [`${file}: 'use server' belongs to app/**/actions.ts`] : []
  if (!says) return [`${file}: an actions file begins with 'use server'`]
  const wrapped = new Set(constants.filter((c) => isMadeByWrapper(c.value)).map((c) => c.name))
  const bare = exportedNames.filter((name) => !wrapped.has(name))
  return [...bare, ...(exportsEverything ? ['*'] : [])].map(
    (name) => `${file}: ${name} is not made by action() or publicAction()`,
  )
}

export const exportRules: Rule[] = [
  {
    name: 'queries and commands are for the server only and say so first',
    unit: 'files',
    floor: 35,
    check: (sources) => {
      const files = codeIn(sources, 'lib').filter(
        (file) =>
          readsOrWrites(file) ||
          sources.syntax(file).imports.some((i) => !i.typeOnly && /\/platform\/db$/.test(i.specifier)),
      )
      const open = files.filter((file) => sources.syntax(file).imports[0]?.specifier !== 'server-only')
      return { looked: files.length, findings: open.map((file) => `${file}: the first import must be 'server-only'`) }
    },
    planted: [
      { files: { 'lib/risks/queries.ts': 'export {}' }, finding: /must be 'server-only'/ },
      {
        files: { 'lib/platform/files.ts': "import { inScope } from '@/lib/platform/db'\nexport const a = inScope" },
        finding: /server-only/,
      },
    ],
  },
  {
    name: 'no read and no write without a viewer: the first parameter of queries and commands',
    unit: 'functions',
    floor: 60,
    check: (sources) => {
      const all = codeIn(sources, 'lib').filter(readsOrWrites)
      const functions = all.flatMap((file) => sources.syntax(file).functions.map((fn) => ({ file, ...fn })))
      const wrong = functions.filter((fn) => reaches(fn.text) && !/^Viewer\b/.test(fn.parameters[0]?.type ?? ''))
      const named = wrong.filter((fn) => !(`${fn.file} ${fn.name}` in house.withoutViewer))
      // A function that is not written out here (re-exported, aliased) would escape: only constants without code may.
      const hidden = all.flatMap((file) => {
        const { exportedNames, functions: known, constants } = sources.syntax(file)
        const seen = new Set([...known.map((f) => f.name), ...constants.map((c) => c.name)])
        return exportedNames
          .filter((name) => !seen.has(name))
          .map((name) => `${file}: ${name} is given out without being written here`)
      })
      return {
        looked: functions.length,
        findings: [
          ...named.map((fn) => `${fn.file}:${fn.line} ${fn.name}: the first parameter must be a Viewer`),
          ...hidden,
        ],
      }
    },
    planted: [
      {
        files: { 'lib/risks/queries.ts': 'export function listRisks(projectId: string): Promise<Risk[]> {}' },
        finding: /listRisks: the first parameter/,
      },
      {
        files: { 'lib/risks/commands.ts': 'export const close = async (id: string, viewer: Viewer) => id' },
        finding: /close: the first/,
      },
      {
        files: { 'lib/risks/queries.ts': 'export const one = cache(async (id: string) => id)' },
        finding: /one: the first/,
      },
      {
        files: { 'lib/risks/queries.ts': 'export function all() { return asViewer(boss, work) }' },
        finding: /all: the first/,
      },
      { files: { 'lib/risks/queries.ts': "export { listAll } from './all/queries'" }, finding: /listAll is given out/ },
    ],
  },
  {
    name: "'use server' only in actions files, whose exports are all made by the wrapper",
    unit: 'files',
    floor: 250,
    check: (sources) => {
      const files = codeIn(sources, 'app', 'components', 'lib')
      return { looked: files.length, findings: files.flatMap((file) => actionFindings(sources, file)) }
    },
    planted: [
      { files: { 'lib/risks/commands.ts': "'use server'\nexport const a = action(s, h)" }, finding: /belongs to app/ },
      {
        files: { 'app/page.tsx': "export default function P() { async function go() { 'use server' } return go }" },
        finding: /belongs to app/,
      },
      {
        files: { 'app/x/actions.ts': "'use server'\nexport async function drop(id: string) {}" },
        finding: /drop is not made by/,
      },
      { files: { 'app/x/actions.ts': "'use server'\nexport { drop } from './drop'" }, finding: /drop is not made by/ },
      { files: { 'app/x/actions.ts': "'use server'\nexport * from './drop'" }, finding: /\* is not made by/ },
      { files: { 'app/x/actions.ts': 'export const a = action(s, h)' }, finding: /begins with 'use server'/ },
    ],
  },
  {
    name: 'exports have names, and nothing is passed on wholesale',
    unit: 'files',
    floor: 400,
    check: (sources) => {
      const files = codeIn(sources)
      const byDefault = files.filter(
        (file) => sources.syntax(file).exportsDefault && !isListed(house.defaultExports, file),
      )
      const wholesale = files.filter((file) => sources.syntax(file).exportsEverything)
      return {
        looked: files.length,
        findings: [
          ...byDefault.map((f) => `${f}: default export`),
          ...wholesale.map((f) => `${f}: export * hides where a name comes from`),
        ],
      }
    },
    planted: [
      {
        files: { 'components/ui/tag.tsx': 'export default function Tag() { return null }' },
        finding: /tag.tsx: default export/,
      },
      { files: { 'lib/risks/model.ts': "export * from './scores/model'" }, finding: /export \*/ },
    ],
  },
  {
    name: 'queries and commands carry a docstring',
    unit: 'functions',
    floor: 60,
    check: (sources) => {
      const functions = codeIn(sources, 'lib')
        .filter(readsOrWrites)
        .flatMap((file) => sources.syntax(file).functions.map((fn) => ({ file, ...fn })))
      const silent = functions.filter((fn) => !fn.documented)
      return {
        looked: functions.length,
        findings: silent.map((fn) => `${fn.file}:${fn.line} ${fn.name}: what does it do, and which reasons?`),
      }
    },
    planted: [
      {
        files: { 'lib/risks/queries.ts': '// list\nexport function list(viewer: Viewer) {}' },
        finding: /list: what does it do/,
      },
      {
        files: { 'lib/risks/queries.ts': '/** Old. */\nconst a = 1\nexport function list(viewer: Viewer) {}' },
        finding: /list: what/,
      },
    ],
  },
  {
    name: 'a check is silenced only with its reason',
    unit: 'files',
    floor: 400,
    check: (sources) => {
      const files = codeIn(sources)
      const findings = files.flatMap((file) =>
        sources
          .text(file)
          .split('\n')
          .flatMap((text, index) => {
            const silenced =
              /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore[^:]*$|biome-ignore[^:]*:\s*(\*\/)?\s*$/.test(text)
            return silenced && !file.startsWith('tests/architecture/')
              ? [`${file}:${index + 1}: silenced without a reason`]
              : []
          }),
      )
      return { looked: files.length, findings }
    },
    planted: [
      { files: { 'lib/risks/model.ts': '// @ts-ignore\nexport const a = 1' }, finding: /model.ts:1: silenced/ },
      {
        files: { 'lib/risks/model.ts': '// biome-ignore lint/style/useConst\nlet a = 1' },
        finding: /model.ts:1: silenced/,
      },
      {
        files: { 'lib/risks/model.ts': '// biome-ignore lint/style/useConst:\nlet a = 1' },
        finding: /model.ts:1: silenced/,
      },
    ],
  },
]
