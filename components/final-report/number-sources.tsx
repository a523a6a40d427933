import { Disclosure } from '@/components/ui/disclosure'
import type { DocumentInline } from '@/lib/final-report/document/model'
import type { Words } from '@/lib/platform/words'

/** Where the bound numbers of a text come from; nothing when it has none. */
export function NumberSources({ lines, t }: { lines: readonly (readonly DocumentInline[])[]; t: Words }) {
  const numbers = lines.flat().filter((inline) => inline.kind === 'number')
  if (numbers.length === 0) return null
  return (
    <Disclosure summary={t('finalReport.screen.sources', { count: numbers.length })}>
      <ul>
        {numbers.map(({ text, source, note }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the numbers of a drawn text never change places
          <li key={index}>
            <strong>{text}</strong>: {[source, note].filter(Boolean).join('. ')}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
