// Defects that a project's code could have, put into it on its way to be run; each must be found where it shows.
export type Plant = { file: string; find: string; put: string; kind: 'zero' | 'light' | 'text' | 'crash' }

export const plants: readonly Plant[] = [
  {
    file: 'lib/finance/model.ts',
    find: 'total: amounts.length === 0 ? null : total,',
    put: "total: total ?? '0',",
    kind: 'zero',
  },
  {
    file: 'lib/status-reports/views/model.ts',
    find: "text === 'red' ? text : null",
    put: "text === 'red' ? text : 'green'",
    kind: 'light',
  },
  {
    file: 'components/meetings/page-choices.ts',
    find: 'measurementText(t, row)',
    put: 'row.value.asWritten',
    kind: 'text',
  },
  {
    file: 'app/(portal)/projects/[project]/risks/page.tsx',
    find: 'export default async function',
    put: "throw new Error('planted')\nexport default async function",
    kind: 'crash',
  },
]

/** Puts every plant into its file. @throws when a file no longer has the place */
export function planting() {
  return {
    name: 'planting',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const here = plants.find(({ file }) => id.endsWith(`/${file}`))
      if (!here) return null
      if (!code.includes(here.find)) throw new Error(`${here.file} has no place for the planted defect any more`)
      return code.replace(here.find, () => here.put)
    },
  }
}
