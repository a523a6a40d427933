import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { personFileAddress } from '@/lib/retention/addresses'

/** What Etappi holds of a person, as files; without a person the viewer's own. */
export function PersonFiles({ t, person }: { t: Words; person?: string }) {
  const own = (name: string) => t(`retention.person.${name}`)
  return (
    <Section id="person-data" title={own(person ? 'title' : 'own')} intro={own(person ? 'help' : 'ownHelp')}>
      <ul className="actions">
        {['json', 'csv'].map((format) => (
          <li key={format}>
            <a href={personFileAddress(format, person)} download>
              {own(format)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
