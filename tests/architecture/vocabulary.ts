// Where files lie and what they are called.

import * as house from './names'
import type { Rule } from './rule'
import { codeIn } from './source'

const nounNames: readonly string[] = house.nouns
const nounFiles: readonly string[] = [...house.nounFiles, ...Object.keys(house.moreNounFiles)]

/** lib/<noun>/<file>, lib/<noun>/<sub>/<file> … with the vocabulary's file names at every depth. */
function libFinding(file: string): string | null {
  const [, folder = '', ...rest] = file.split('/')
  if (rest.length === 0) return `${file}: a file of lib lies in the folder of its noun`
  if (folder in house.otherLibFolders) return null
  if (!nounNames.includes(folder)) return `${file}: "${folder}" is no noun of the house`
  const name = rest.at(-1) ?? ''
  return nounFiles.includes(name) ? null : `${file}: "${name}" is not in the vocabulary of a noun`
}

function folderFinding(file: string): string | null {
  const listed = (place: keyof typeof house.otherFolders, name: string) =>
    nounNames.includes(name) || name in house.otherFolders[place] ? null : `${file}: "${name}" is no noun of the house`
  const [top = '', second = '', third] = file.split('/')
  if ((top === 'components' || top === 'tests') && third === undefined) return `${file}: lies in no noun's folder`
  if (top === 'components' || top === 'tests') return listed(top, second)
  if (file.startsWith('prisma/models/')) return listed('prisma/models', file.slice(14).replace(/\.prisma$/, ''))
  return null
}

const topFolders: readonly string[] = house.topFolders

function each(files: readonly string[], find: (file: string) => string | null) {
  return { looked: files.length, findings: files.map(find).filter((finding) => finding !== null) }
}

export const vocabularyRules: Rule[] = [
  {
    name: 'lib holds nouns, and a noun holds only the files of the vocabulary',
    unit: 'files',
    floor: 150,
    check: (sources) => each(codeIn(sources, 'lib'), libFinding),
    planted: [
      { files: { 'lib/risks/service.ts': '' }, finding: /"service.ts" is not in the vocabulary/ },
      { files: { 'lib/risks/scores/matrix.ts': '' }, finding: /"matrix.ts" is not in the vocabulary/ },
      { files: { 'lib/widgets/model.ts': '' }, finding: /"widgets" is no noun/ },
      { files: { 'lib/db.ts': '' }, finding: /lies in the folder of its noun/ },
    ],
  },
  {
    name: 'components, tests and prisma/models use the same words',
    unit: 'files',
    floor: 180,
    check: (sources) => {
      const inside = sources.paths.filter((file) => /^(components|tests|prisma\/models)\//.test(file))
      return each(inside, folderFinding)
    },
    planted: [
      { files: { 'components/cards/card.tsx': '' }, finding: /"cards" is no noun/ },
      { files: { 'components/button.tsx': '' }, finding: /lies in no noun's folder/ },
      { files: { 'tests/unit/risk.test.ts': '' }, finding: /"unit" is no noun/ },
      { files: { 'prisma/models/main.prisma': '' }, finding: /"main" is no noun/ },
    ],
  },
  {
    name: 'no top folder, folder name or barrel outside the plan',
    unit: 'files',
    floor: 500,
    check: (sources) =>
      each(sources.paths, (file) => {
        if (house.forbiddenNames.test(file)) return `${file}: a name that says nothing`
        const top = file.includes('/') ? (file.split('/')[0] ?? '') : null
        return top === null || topFolders.includes(top) ? null : `${file}: "${top}" is no top folder of the house`
      }),
    planted: [
      { files: { 'lib/values/utils/round.ts': '' }, finding: /says nothing/ },
      { files: { 'lib/values/helpers.ts': '' }, finding: /says nothing/ },
      { files: { 'components/ui/index.ts': '' }, finding: /says nothing/ },
      { files: { 'services/mail.ts': '' }, finding: /"services" is no top folder/ },
    ],
  },
]
