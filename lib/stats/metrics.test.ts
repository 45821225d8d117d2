import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { DATA_STATUS } from './data-status';
import { inOrder, METRICS, metricsAt, TOP_SORTS } from './metrics';
import { formatShort, formatValue, metricAbout, metricLabel, statusText } from './words';

/** All of the API summary of March 2026. */
const SUMMARY = [
  'IMPRESSION',
  'ENGAGEMENTS',
  'ENGAGEMENT_RATE',
  'CLOSEUP',
  'CLOSEUP_RATE',
  'CLICK_THROUGH',
  'CLICK_THROUGH_RATE',
  'SAVE',
  'SAVE_RATE',
  'TOTAL_COMMENTS',
  'VIDEO_START',
  'VIDEO_10S_VIEW',
  'VIDEO_MRC_VIEW',
  'VIDEO_AVG_WATCH_TIME',
  'VIDEO_V50_WATCH_TIME',
];

describe('the catalogue of metrics', () => {
  it('has each of the summary’s 15 metrics once', () => {
    const mapped = METRICS.map(({ summary }) => summary).filter((name) => name !== null);
    expect(mapped.toSorted()).toEqual(SUMMARY.toSorted());
  });

  it('has a label and a definition for every metric, and keeps what it does not know', () => {
    for (const { name } of METRICS)
      expect([name, metricLabel(name), metricAbout(name)]).not.toContain('');
    expect(metricLabel('LATER_METRIC')).toBe('LATER_METRIC');
    expect(inOrder(['LATER_METRIC', 'SAVE', 'IMPRESSION'])).toEqual([
      'IMPRESSION',
      'SAVE',
      'LATER_METRIC',
    ]);
  });

  it('writes each unit as people read it', () => {
    expect([48_231, 1204].map((value) => formatShort(value, 'count'))).toEqual(['48.2k', '1,204']);
    expect(formatValue(48_231, 'count')).toBe('48,231');
    expect([0.0256, 0.00001, 0].map((value) => formatValue(value, 'share'))).toEqual([
      '2.56%',
      '<0.01%',
      '0%',
    ]);
    expect([2507.75, 3_920_000].map((value) => formatValue(value, 'time'))).toEqual([
      '2.5s',
      '1:05:20',
    ]);
  });

  it('has words for each of the 23 statuses', () => {
    const statuses = Object.keys(DATA_STATUS);
    expect(statuses).toHaveLength(23);
    expect(statuses.map(statusText)).not.toContain('');
    expect(new Set(statuses.map(statusText)).size).toBe(23);
  });
});

const DESCRIPTION = '../shared/contract/pinterest-openapi-5.23.0.json';

describe.skipIf(!existsSync(DESCRIPTION))('Pinterest’s description', () => {
  interface Parameter {
    name?: string;
    schema?: { enum?: string[]; items?: { enum?: string[] } };
    $ref?: string;
  }
  const all = existsSync(DESCRIPTION)
    ? (JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as {
        paths: Record<string, { get: { parameters: Parameter[] } }>;
        components: {
          parameters: Record<string, Parameter>;
          schemas: Record<string, { enum?: string[] }>;
        };
      })
    : null;
  const valuesOf = (path: string, name: string): string[] => {
    const found = all?.paths[path]?.get.parameters
      .map(({ $ref, ...own }) => ($ref ? all.components.parameters[$ref.split('/').at(-1)!] : own))
      .find((each) => each?.name === name);
    return JSON.stringify(found ?? {})
      .match(/"[A-Z0-9_]{3,}"/g)!
      .map((text) => text.slice(1, -1));
  };
  const only = (values: string[]) => [...new Set(values)].toSorted();

  it.each([
    ['account', '/user_account/analytics'],
    ['top', '/user_account/analytics/top_pins'],
    ['topVideo', '/user_account/analytics/top_video_pins'],
  ] as const)('has the metrics of %s', (place, path) => {
    expect(metricsAt(place).toSorted()).toEqual(only(valuesOf(path, 'metric_types')));
  });

  it('has the two sets of a pin', () => {
    const given = only(valuesOf('/pins/{pin_id}/analytics', 'metric_types'));
    expect(only([...metricsAt('pin'), ...metricsAt('videoPin')])).toEqual(given);
  });

  it('has the sorts, and the statuses', () => {
    expect(TOP_SORTS.toSorted()).toEqual(
      only(valuesOf('/user_account/analytics/top_pins', 'sort_by')),
    );
    expect(Object.keys(DATA_STATUS).toSorted()).toEqual(
      all?.components.schemas['DataStatus']?.enum?.toSorted(),
    );
  });
});
