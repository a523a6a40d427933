// What is kept drawn passes to nobody whose page would say anything else.
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { PortalFrame } from '@/components/frame/portal-frame'
import { Frozen } from '@/components/ui/frozen'
import { locales, words } from '@/lib/platform/words'

afterEach(() => vi.unstubAllEnvs())

/** As it is kept: only a server in production keeps anything. */
const produce = () => vi.stubEnv('NODE_ENV', 'production')

function frameOf(reader: string, locale: (typeof locales)[number], opened: boolean): string {
  const t = words(locale)
  const link = (what: string) => ({ label: `${what} ${reader} ${locale}`, href: `/${what}-${reader}` })
  return renderToStaticMarkup(
    <PortalFrame
      opened={opened}
      words={frameWords(t)}
      homeHref="/"
      project={{
        label: 'Hanke',
        othersLabel: 'Muut',
        current: { ...link('project'), name: `canary-${reader}` },
        others: [],
      }}
      navigation={[{ links: [link('nav')] }]}
      period={{ label: 'Jakso', current: { label: `period-${reader}` }, all: [link('period')] }}
      search={null}
      language={languageChoice(t)}
      person={{ name: `person-${reader}`, links: [] }}
      signOut={null}
      footer={{ statement: `statement-${reader}`, accessibility: link('accessibility'), version: '1' }}
    >
      <h1>{reader}</h1>
    </PortalFrame>,
  )
}

describe('parts that are kept drawn', () => {
  it('are drawn once under one name, and again under another', () => {
    produce()
    const draw = vi.fn(() => <b>1</b>)
    const once = <Frozen opened={false} name="test one" draw={draw} />
    expect([renderToStaticMarkup(once), renderToStaticMarkup(once)]).toEqual(Array(2).fill('<div><b>1</b></div>'))
    expect(draw).toHaveBeenCalledTimes(1)
    renderToStaticMarkup(<Frozen opened={false} name="test two" draw={draw} />)
    expect(draw).toHaveBeenCalledTimes(2)
  })

  it('are kept up to a limit, those last used longest', () => {
    produce()
    const draw = vi.fn(() => <p>{'x'.repeat(1_000_000)}</p>)
    const show = (name: string) => renderToStaticMarkup(<Frozen opened={false} name={name} draw={draw} />)
    show('kept')
    for (let at = 0; at < 30; at++) {
      show(`large ${at}`)
      show('kept')
    }
    expect(draw).toHaveBeenCalledTimes(31)
    show('large 0')
    expect(draw).toHaveBeenCalledTimes(32)
  })

  it('show each reader, in each language, that reader’s frame and nothing of another’s', () => {
    produce()
    const readers = ['reader-1', 'reader-2', 'reader-3']
    let looked = 0
    for (let round = 0; round < 2; round++)
      for (const opened of [true, false])
        for (const reader of readers)
          for (const locale of locales) {
            const markup = frameOf(reader, locale, opened)
            for (const what of ['canary', 'person', 'statement', 'period'])
              expect(markup, `${what} of ${reader}`).toContain(`${what}-${reader}`)
            expect(markup).toContain(`nav ${reader} ${locale}`)
            for (const other of readers.filter((one) => one !== reader)) expect(markup).not.toContain(other)
            looked += 1
          }
    console.log(`${looked} frames of ${readers.length} readers in ${locales.length} languages`)
    expect(looked).toBeGreaterThanOrEqual(36)
  })

  it('would pass from one to another were the name to leave the reader out', () => {
    produce()
    const show = (reader: string) =>
      renderToStaticMarkup(<Frozen opened={false} name="planted" draw={() => <b>{reader}</b>} />)
    show('reader-1')
    expect(show('reader-2')).toContain('reader-1')
  })
})
