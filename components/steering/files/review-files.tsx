import { FileForm } from '@/components/steering/files/file-form'
import { VersionChoice } from '@/components/steering/version-choice'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { CheckboxGroup, RadioGroup } from '@/components/ui/choice'
import { fileTexts } from '@/components/ui/file-texts'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'
import { versionAddress } from '@/lib/steering/addresses'
import { periodText } from '@/lib/steering/figure-texts/model'
import { deckAddress, filesAddress, reviewPdfAddress } from '@/lib/steering/files/addresses'
import type { PublishedPeriod } from '@/lib/steering/model'
import { reviewSectionLabels } from '@/lib/steering/review/labels'
import { reviewSectionKeys } from '@/lib/steering/review/model'
import { reviewLocale } from '@/lib/steering/review/schema'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  /** The project's page, for those who may open it */
  home: string | undefined
  shown: PublishedPeriod
  versions: readonly PublishedPeriod[]
}

/** What of the published review goes into a file, in which language; then the slides or the PDF. */
export function ReviewFiles({ t, home, shown, versions }: Props) {
  const { projectKey, periodKey } = shown
  const period = periodText(periodKey)
  const asked = shown.version === versions.at(-1)?.version ? null : shown.version
  const date = formatDateTime(shown.publishedAt, t.locale)
  return (
    <>
      <Breadcrumbs
        label={t('frame.breadcrumbs')}
        crumbs={[
          { label: t('projects.list.title'), href: '/projects' },
          { label: shown.projectName, href: home },
          { label: t('steering.title', { period }), href: versionAddress(projectKey, periodKey, asked) },
          { label: t('review.files.crumb') },
        ]}
      />
      <PageHeading
        title={t('review.files.title', { period })}
        intro={[t('steering.published', { date, version: shown.version }), t('review.files.intro')].join(' ')}
      />
      <VersionChoice
        t={t}
        versions={versions}
        shown={shown}
        hrefOf={(version) => filesAddress(projectKey, periodKey, version)}
      />
      <FileForm
        deckHref={deckAddress(projectKey, periodKey)}
        pdfHref={reviewPdfAddress(projectKey, periodKey)}
        texts={{
          deck: t('review.files.deck'),
          deckAbout: t('review.files.deckAbout'),
          pdf: t('review.files.pdf'),
          pdfAbout: t('review.files.pdfAbout'),
          ...fileTexts(t),
        }}
      >
        {asked !== null && <input type="hidden" name="version" value={asked} />}
        <CheckboxGroup
          id="sections"
          name="sections"
          label={t('review.files.sections')}
          help={t('review.files.sectionsHelp')}
          choices={reviewSectionKeys.map((key) => ({ value: key, label: t(reviewSectionLabels[key]) }))}
          defaultValues={reviewSectionKeys}
        />
        <RadioGroup
          id="locale"
          name="locale"
          label={t('review.files.language')}
          help={t('review.files.languageHelp')}
          choices={[
            { value: 'fi', label: t('review.files.finnish') },
            { value: 'sv', label: t('review.files.swedish') },
          ]}
          defaultValue={reviewLocale(t.locale)}
        />
      </FileForm>
    </>
  )
}
