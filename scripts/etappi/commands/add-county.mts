import { addCounty } from '@/lib/access/invitations'
import { systemViewer } from '@/lib/access/viewer'
import { command, done, flag, refused, required } from '../command.mts'

const sentences = {
  NOT_ALLOWED: 'Only the operator makes counties.',
  KEY_TAKEN: 'There is a county with this key already. While nobody has an account in it, --again prints a new link.',
  NOT_FOUND: 'There is no county with this key.',
} as const

export const addCountyCommand = command({
  name: 'add-county',
  summary: 'makes a county and prints a one-time link for its first administrator',
  options: {
    key: required('<key>', 'short name for the command line: small letters, digits and hyphens'),
    name: required('<name>', 'the name of the county as people see it'),
    again: flag('a new link for a county that is there and that nobody has an account in; the one before ends'),
  },
  async run({ key, name, again }) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key) || key.length > 60) {
      return refused('INVALID', 'The key may have small letters a–z, digits and single hyphens between them.')
    }
    if (name.trim().length < 2 || name.trim().length > 200) return refused('INVALID', 'The name has 2–200 characters.')
    const made = await addCounty(systemViewer('operator'), { key, name: name.trim(), again: again !== undefined })
    if (!made.ok) return refused(made.reason, sentences[made.reason])
    return done({ key, url: made.value.url }, [
      `The county "${key}" is there. This link makes its first administrator; it works once, for 24 hours:`,
      `  ${made.value.url}`,
    ])
  },
})
