import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { everyMention } from './everyMention.ts';

test('a name is found wherever its words stand, also inside another name', () => {
  const text = '湾长制,深化湾长制改革试点,湾长制办公室';
  deepEqual(
    everyMention(text, ['湾长制', '湾长制改革', '海岛'])
      .get('湾长制')
      ?.map((each) => each.start),
    [0, 6, 14],
  );
  deepEqual(everyMention(text, ['湾长制改革']).get('湾长制改革'), [{ start: 6, end: 11 }]);
  deepEqual(everyMention(text, ['海岛']).get('海岛'), undefined);
});

test('many names that begin alike cost no more than linear time', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `海岛${index}体系`);
  const before = process.cpuUsage().user;
  everyMention('海岛'.repeat(200_000), names);
  ok(process.cpuUsage().user - before < 8_000_000);
});
