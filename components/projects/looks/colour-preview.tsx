import { DefinitionList } from '@/components/ui/definition-list'
import type { Words } from '@/lib/platform/words'
import { logoAddress } from '@/lib/projects/addresses'
import { contrastWithWhite, type LookSettings } from '@/lib/projects/looks/model'
import { formatNumber } from '@/lib/values/format'

type Props = { t: Words; looks: LookSettings }

/** What the files will look like: both colours with white text on them and how well it is read, and the logo. */
export function ColourPreview({ t, looks }: Props) {
  const { brandColour, accentColour, logo, version } = looks
  return (
    <DefinitionList
      items={[
        { term: t('admin.looks.brand'), value: <Colour t={t} colour={brandColour} /> },
        { term: t('admin.looks.accent'), value: <Colour t={t} colour={accentColour} /> },
        {
          term: t('admin.looks.logo'),
          value: logo ? (
            // biome-ignore lint/performance/noImgElement: a small picture behind sign-in; the version in the address shows a changed one at once
            <img className="max-h-24 max-w-full" src={`${logoAddress}?v=${version}`} alt={logo.alt} />
          ) : (
            t('admin.looks.noLogo')
          ),
        },
      ]}
    />
  )
}

function Colour({ t, colour }: { t: Words; colour: string | null }) {
  if (colour === null) return t('admin.looks.ownColour')
  const { ratio, isReadable } = contrastWithWhite(colour)
  const told = { ratio: formatNumber(ratio, t.locale) }
  return (
    <>
      <svg className="block max-w-full" width="320" height="56" viewBox="0 0 320 56" role="img" aria-label={colour}>
        <rect width="320" height="56" fill={colour} />
        <text x="16" y="35" fill="#ffffff" fontSize="20" fontWeight="600">
          {t('admin.looks.sample')}
        </text>
      </svg>
      <span>
        {colour} – {t(isReadable ? 'admin.looks.readable' : 'admin.looks.notReadable', told)}
      </span>
    </>
  )
}
