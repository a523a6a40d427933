import { FollowedStatistics } from '@/components/statistics/followed-statistics'
import type { Viewer } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import { rightToFollow } from '@/lib/statistics/permissions'
import { findFollowed } from '@/lib/statistics/queries'
import { servicesOn } from '@/lib/statistics/state/queries'

type Props = {
  t: Words
  viewer: Viewer
  project: { id: string; key: string }
  indicatorId: string
  /** The viewer reads what is not published yet */
  live: boolean
}

/** Official statistics beside the indicator. */
export async function StatisticsPart({ t, viewer, project, indicatorId, live }: Props) {
  const followed = await findFollowed(viewer, indicatorId)
  if (!followed) return null
  return (
    <FollowedStatistics
      t={t}
      project={project.key}
      indicatorId={indicatorId}
      series={followed.series}
      areas={followed.areas}
      chosen={live ? followed.chosen : []}
      on={servicesOn()}
      mayFollow={rightToFollow(viewer, project.id) !== null}
    />
  )
}
