import { Disclosure } from '@/components/ui/disclosure'
import { StatusMark } from '@/components/ui/status-mark'
import { placeAddress } from '@/lib/final-report/templates/addresses'
import { placeName, type TemplatePlace, type TemplateVersion } from '@/lib/final-report/templates/model'
import { templateWarnings, warningCount } from '@/lib/final-report/templates/warnings/model'
import type { Words } from '@/lib/platform/words'

/** What is worth a look before publishing, each place a step away. */
export function Warnings({ t, version }: { t: Words; version: TemplateVersion }) {
  const warnings = templateWarnings(version)
  if (warningCount(warnings) === 0) return <StatusMark status="good" word={t('admin.templates.warnings.none')} />
  const { withoutSwedish, sameNumber, emptyChapters } = warnings
  const count = (name: string, places: readonly TemplatePlace[]) =>
    t(`admin.templates.warnings.${name}`, { count: places.length })
  return (
    <>
      {sameNumber.map(({ number, places }) => (
        <Warning
          key={number}
          version={version}
          title={t('admin.templates.warnings.sameNumber', { number })}
          places={places}
        />
      ))}
      <Warning
        version={version}
        title={count('emptyChapters', emptyChapters)}
        help={t('admin.templates.warnings.emptyChaptersHelp')}
        places={emptyChapters}
      />
      <Warning
        version={version}
        title={count('withoutSwedish', withoutSwedish)}
        help={t('admin.templates.warnings.withoutSwedishHelp')}
        places={withoutSwedish}
      />
    </>
  )
}

type WarningProps = { version: TemplateVersion; title: string; help?: string; places: readonly TemplatePlace[] }

function Warning({ version, title, help, places }: WarningProps) {
  if (places.length === 0) return null
  return (
    <Disclosure summary={<StatusMark status="warning" word={title} />}>
      {help && <p>{help}</p>}
      <ul className="list-disc pl-6" lang="fi">
        {places.map((place) => (
          <li key={place.id}>
            <a href={placeAddress(version.id, place.id)}>{placeName(place)}</a>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
