import type { Obstacle } from '@/lib/final-report/life/model'

/** What stands in the way of a step, in words. */
export const obstacleLabels: Record<Obstacle, string> = {
  OPEN_ERRORS: 'finalReport.obstacle.openErrors',
  UNREADY_SECTIONS: 'finalReport.obstacle.unreadySections',
  NO_DNSH: 'finalReport.obstacle.noDnsh',
  NO_DECLARATION: 'finalReport.obstacle.noDeclaration',
}
