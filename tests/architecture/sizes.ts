// How long files are, and how much of the interface runs in the browser.
import type { Rule } from './rule'
import * as house from './rules'
import { codeIn, type Sources } from './source'

const lines = (sources: Sources, file: string): number => sources.text(file).replace(/\n$/, '').split('\n').length

/** The value below which the given share of a sorted list lies. */
function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function measured(sources: Sources): { file: string; length: number }[] {
  const code = codeIn(sources, ...house.sizes.folders).filter((file) => !file.startsWith('prisma/seed/data/'))
  const styles = sources.paths.filter((file) => file.endsWith('.css'))
  return [...code, ...styles].map((file) => ({ file, length: lines(sources, file) }))
}

const filesOf = (count: number, length: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`lib/values/f${i}.ts`, 'export {}\n'.repeat(length)]))

export const sizeRules: Rule[] = [
  {
    name: 'files are small: median, 90th percentile, longest',
    unit: 'files',
    floor: 400,
    check: (sources) => {
      const files = measured(sources)
      const sorted = files.map((f) => f.length).sort((a, b) => a - b)
      const [median, ninetieth] = [quantile(sorted, 0.5), quantile(sorted, 0.9)]
      const long = files.filter((f) => f.length > house.sizes.longest && !(f.file in house.sizes.allowed))
      return {
        looked: files.length,
        findings: [
          ...(median >= house.sizes.median
            ? [`the median file has ${median} lines (limit ${house.sizes.median})`]
            : []),
          ...(ninetieth >= house.sizes.ninetieth
            ? [`the 90th percentile is ${ninetieth} lines (limit ${house.sizes.ninetieth})`]
            : []),
          ...long.map((f) => `${f.file} has ${f.length} lines (limit ${house.sizes.longest})`),
        ],
      }
    },
    planted: [
      { files: filesOf(10, 71), finding: /median file has 71 lines/ },
      {
        files: {
          ...filesOf(8, 5),
          'lib/a/model.ts': 'export {}\n'.repeat(210),
          'lib/b/model.ts': 'export {}\n'.repeat(220),
        },
        finding: /90th/,
      },
      { files: { ...filesOf(20, 5), 'components/ui/a.css': 'b{}\n'.repeat(401) }, finding: /a.css has 401 lines/ },
    ],
  },
  {
    name: 'a page reads like a table of contents',
    unit: 'pages',
    floor: 9,
    check: (sources) => {
      const pages = sources.paths.filter((file) => /^app\/.*page\.tsx$/.test(file))
      const long = pages.filter((file) => lines(sources, file) > house.sizes.page)
      return {
        looked: pages.length,
        findings: long.map((file) => `${file} has ${lines(sources, file)} lines (limit ${house.sizes.page})`),
      }
    },
    planted: [{ files: { 'app/a/page.tsx': 'export {}\n'.repeat(61) }, finding: /page.tsx has 61 lines/ }],
  },
  {
    name: "'use client' stays in leaves",
    unit: '.tsx files',
    floor: 70,
    check: (sources) => {
      const files = codeIn(sources, 'app', 'components').filter((file) => file.endsWith('.tsx'))
      const client = files.filter((file) => sources.syntax(file).directives.includes('use client'))
      const share = client.length / Math.max(1, files.length)
      const pages = client.filter((file) => /\/(page|layout)\.tsx$/.test(file))
      return {
        looked: files.length,
        findings: [
          ...(share >= house.sizes.clientShare
            ? [`${client.length} of ${files.length} .tsx files run in the browser`]
            : []),
          ...pages.map((file) => `${file}: a page or layout is drawn on the server`),
        ],
      }
    },
    planted: [
      { files: { 'components/ui/a.tsx': "'use client'", 'components/ui/b.tsx': '' }, finding: /1 of 2 .tsx files/ },
      { files: { 'app/page.tsx': "'use client'" }, finding: /drawn on the server/ },
    ],
  },
]
