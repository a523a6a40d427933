import type { LanguageChoice } from '@/components/frame/model'
import { Frozen } from '@/components/ui/frozen'

/** Plain links: `?lang=sv` is remembered by proxy.ts, which sends the reader back to the same page. */
export function LanguageLinks({ label, languages }: LanguageChoice) {
  return (
    <nav className="languages" aria-label={label}>
      <Languages languages={languages} />
    </nav>
  )
}

/** The same where they are not part of something that is kept as a whole. */
export function FrozenLanguageLinks({ opened, label, languages }: LanguageChoice & { opened: boolean }) {
  return (
    <Frozen
      opened={opened}
      name={`languages ${JSON.stringify(languages)}`}
      element={{ tag: 'nav', attributes: { className: 'languages', 'aria-label': label } }}
      draw={() => <Languages languages={languages} />}
    />
  )
}

function Languages({ languages }: Pick<LanguageChoice, 'languages'>) {
  return (
    <ul>
      {languages.map((language) => (
        <li key={language.lang}>
          <a
            href={`?lang=${language.lang}`}
            lang={language.lang}
            hrefLang={language.lang}
            aria-current={language.current ? 'true' : undefined}
          >
            {language.label}
          </a>
        </li>
      ))}
    </ul>
  )
}
