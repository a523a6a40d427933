import fs from 'node:fs'
import path from 'node:path'
import { listComponents, missingIn } from '../../components/list.mts'
import { command, done, refused, required } from '../command.mts'

export const componentsCommand = command({
  name: 'components',
  summary: 'writes the list of everything the product is made of, with licences and sums, as CycloneDX',
  options: { out: required('<file>', 'where to write it, for instance etappi.cdx.json') },
  needsDatabase: () => false,
  async run({ out }) {
    const list = listComponents()
    const missing = missingIn(list)
    if (missing.length > 0) return refused('INCOMPLETE', `The list lacks ${missing.join(', ')}.`)
    const file = path.resolve(out)
    fs.writeFileSync(file, `${JSON.stringify(list, null, 2)}\n`)
    const { length } = list.components
    return done({ file, components: length }, [`${length} components: ${file}`])
  },
})
