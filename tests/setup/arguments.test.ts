import { describe, expect, it } from 'vitest'
import { helpText, readArguments } from '../../scripts/etappi/arguments.mts'
import { columns, command, done, optional, required } from '../../scripts/etappi/command.mts'

const publish = command({
  name: 'publish',
  summary: 'publishes a period',
  options: { project: required('<key>', 'the project'), reason: optional('<text>', 'why') },
  run: async ({ project, reason }) => done({ project, reason }, []),
})
const commands = [publish]

describe('the command line', () => {
  it('understands a command with its options', async () => {
    const asked = readArguments(commands, ['publish', '--project', 'kkk2', '--json'])
    expect(asked).toMatchObject({ kind: 'run', json: true, input: { project: 'kkk2' } })
  })

  it.each([
    [['publish'], 'Missing: --project <key>.'],
    [['publish', '--project', ''], 'Missing: --project <key>.'],
    [['publish', '--project', 'kkk2', '--colour', 'red'], /Unknown option '--colour'/],
    [['publish', '--project', 'kkk2', 'extra'], /extra/],
    [['unknown'], 'There is no command "unknown".'],
  ])('does not guess: %j', (args, sentence) => {
    const asked = readArguments(commands, args)
    expect(asked.kind).toBe('wrong')
    expect(asked).toMatchObject({ sentence: sentence instanceof RegExp ? expect.stringMatching(sentence) : sentence })
  })

  it('helps for all and for one', () => {
    for (const args of [[], ['--help'], ['help']])
      expect(readArguments(commands, args)).toEqual({ kind: 'help', command: null })
    for (const args of [
      ['help', 'publish'],
      ['publish', '--help'],
    ]) {
      expect(readArguments(commands, args)).toEqual({ kind: 'help', command: publish })
    }
    expect(helpText(commands, null)).toMatch(/publish +publishes a period/)
    expect(helpText(commands, publish)).toContain(
      'npm run etappi -- publish --project <key> [--reason <text>] [--json]',
    )
  })

  it('lines columns up, numbers to the right', () => {
    const rows = [
      ['', 'kkk2', 'syli'],
      ['risks', '6', '0'],
      ['work packages', '35', '5'],
    ]
    expect(columns(rows)).toEqual([
      '               kkk2  syli',
      'risks             6     0',
      'work packages    35     5',
    ])
  })
})
