// Who may import whom, between the top folders, inside lib, and in circles.
import { isListed } from './matching'
import type { Rule, Verdict } from './rule'
import * as house from './rules'
import { codeIn, resolveImport, type Sources } from './source'
import type { Import } from './syntax'

type Edge = { from: string; to: string; typeOnly: boolean; line: number }

function edgesOf(sources: Sources, files: string[]): Edge[] {
  return files.flatMap((from) =>
    sources.syntax(from).imports.flatMap(({ specifier, typeOnly, line }: Import) => {
      const to = resolveImport(sources, from, specifier)
      return to === null ? [] : [{ from, to, typeOnly, line }]
    }),
  )
}

function judge(edges: Edge[], find: (edge: Edge) => string | null): Verdict {
  const findings = edges.flatMap((edge) => {
    const why = find(edge)
    return why === null ? [] : [`${edge.from}:${edge.line} imports ${edge.to}: ${why}`]
  })
  return { looked: edges.length, findings }
}

const folderIn = (file: string, depth: number): string => file.split('/')[depth] ?? ''

function topFinding({ from, to }: Edge): string | null {
  if (!to.includes('/') || !from.includes('/'))
    return isListed(house.topEdgeExceptions, `* → ${to}`) || !from.includes('/') ? null : 'not a folder'
  const allowed = house.topEdges[folderIn(from, 0)] ?? []
  const named = `${from} → ${to}` in house.topEdgeExceptions
  return allowed.includes(folderIn(to, 0)) || named ? null : `${folderIn(from, 0)} may not import ${folderIn(to, 0)}`
}

function libFinding({ from, to }: Edge): string | null {
  const [one, other] = [folderIn(from, 1), folderIn(to, 1)]
  if (one === other) return null
  if (one === 'exports' && !house.shapesForExports.test(to)) return 'exports know shapes only'
  const [rank, under] = [house.ranks[one], house.ranks[other]]
  if (rank === undefined || under === undefined) return 'a folder without a rank'
  if (rank > under) return null
  return `${one} → ${other}` in house.siblingEdges ? null : `${one} may not import ${other}`
}

function componentFinding({ from, to, typeOnly }: Edge): string | null {
  if (to.startsWith('lib/messages/')) return from in house.cataloguesInComponents ? null : 'texts come as props'
  if (!house.libForComponents.test(to) && !(to in house.libForComponentsExceptions))
    return 'components know models, schemas and labels'
  return to in house.typeOnlyForComponents && !typeOnly ? 'may be imported as a type only' : null
}

/** Circles of value imports, each told once, from its first file in the alphabet. */
function circles(edges: Edge[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly } of edges) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to])
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (file: string, trail: string[]) => {
    const at = trail.indexOf(file)
    if (at >= 0) {
      const ring = trail.slice(at)
      const first = ring.indexOf([...ring].sort()[0] ?? '')
      found.add([...ring.slice(first), ...ring.slice(0, first)].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const to of next.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return [...found].map((ring) => `circle: ${ring}`)
}

const planted = (from: string, to: string, finding: RegExp, statement = `import { x } from '@/${to}'`) => ({
  files: { [from]: statement, [`${to}.ts`]: 'export const x = 1' },
  finding,
})

export const directionRules: Rule[] = [
  {
    name: 'app → components → lib; nothing imports tests',
    unit: 'imports',
    floor: 1500,
    check: (sources) => judge(edgesOf(sources, codeIn(sources)), topFinding),
    planted: [
      planted('lib/risks/model.ts', 'components/ui/tag', /lib may not import components/),
      planted('components/risks/table.tsx', 'app/locale', /components may not import app/),
      planted('lib/risks/queries.ts', 'tests/support/database', /lib may not import tests/),
      planted('app/page.tsx', 'prisma/seed/risks', /app may not import prisma/),
      planted(
        'lib/risks/queries.ts',
        'app/locale',
        /lib may not import app/,
        "const x = await import('../../app/locale')",
      ),
    ],
  },
  {
    name: 'inside lib only downwards: values ← platform ← access ← projects ← nouns ← reports ← rounds ← steering',
    unit: 'imports',
    floor: 550,
    check: (sources) => {
      const inside = edgesOf(sources, codeIn(sources, 'lib')).filter((edge) => edge.to.startsWith('lib/'))
      return judge(inside, libFinding)
    },
    planted: [
      planted('lib/values/format.ts', 'lib/platform/clock', /values may not import platform/),
      planted('lib/risks/queries.ts', 'lib/finance/queries', /risks may not import finance/),
      planted('lib/status-reports/commands.ts', 'lib/rounds/model', /status-reports may not import rounds/),
      planted('lib/exports/typst/draw.ts', 'lib/final-report/queries', /shapes only/),
      planted('lib/exports/typst/draw.ts', 'lib/platform/db', /shapes only/),
      planted('lib/odd/model.ts', 'lib/values/time', /without a rank/),
    ],
  },
  {
    name: 'components know models, schemas, labels and values; texts come as props',
    unit: 'imports',
    floor: 140,
    check: (sources) => {
      const inside = edgesOf(sources, codeIn(sources, 'components')).filter((edge) => edge.to.startsWith('lib/'))
      return judge(inside, componentFinding)
    },
    planted: [
      planted('components/risks/table.tsx', 'lib/risks/queries', /know models, schemas and labels/),
      planted('components/risks/table.tsx', 'lib/platform/db', /know models, schemas and labels/),
      planted(
        'components/risks/table.tsx',
        'lib/platform/words',
        /as a type only/,
        "import { words } from '@/lib/platform/words'",
      ),
      {
        files: {
          'components/risks/table.tsx': "import fi from '@/lib/messages/fi/risks.json'",
          'lib/messages/fi/risks.json': '{}',
        },
        finding: /texts come as props/,
      },
    ],
  },
  {
    name: 'no circles',
    unit: 'imports',
    floor: 1500,
    check: (sources) => {
      const edges = edgesOf(sources, codeIn(sources))
      return { looked: edges.length, findings: circles(edges) }
    },
    planted: [
      {
        files: {
          'lib/values/a.ts': "import { b } from '@/lib/values/b'\nexport const a = b",
          'lib/values/b.ts': "import { c } from './c'\nexport const b = c",
          'lib/values/c.ts': "import { a } from './a'\nexport const c = a",
        },
        finding: /circle: lib\/values\/a.ts → lib\/values\/b.ts → lib\/values\/c.ts$/,
      },
    ],
  },
]
