import { describe, expect, test } from 'vitest';
import {
  appointmentOf,
  readDays,
  readTime,
  scheduleOf,
  scheduleWords,
} from '../../../src/answers/manage/schedule-words.ts';

describe('a time of day', () => {
  test.each([
    ['8:30', '08:30'],
    ['08.30', '08:30'],
    ['18시', '18:00'],
    ['오후 6시 반', '18:30'],
    ['오전 12시', '00:00'],
    ['오전 9시 5분', '09:05'],
    ['9am', '09:00'],
    ['12:15 p.m.', '12:15'],
    ['0900', '09:00'],
    ['아침 9시', '09:00'],
    ['저녁 6시 반', '18:30'],
  ])('%s is %s', (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(['', '9', '24:00', '8:60', '13pm', 'noon', '8:30:00', '2460', '아침 13시'])(
    '%s is none',
    (typed) => {
      expect(readTime(typed)).toBeNull();
    },
  );
});

describe('days of the week', () => {
  test.each([
    ['weekdays', [1, 2, 3, 4, 5]],
    ['every day', [0, 1, 2, 3, 4, 5, 6]],
    ['매일', [0, 1, 2, 3, 4, 5, 6]],
    ['월수금', [1, 3, 5]],
    ['mon, wed and fri', [1, 3, 5]],
    ['Sundays, 토요일', [0, 6]],
    ['평일 일', [0, 1, 2, 3, 4, 5]],
    ['mon-fri', [1, 2, 3, 4, 5]],
    ['Monday to Thursday', [1, 2, 3, 4]],
    ['월~목, 토', [1, 2, 3, 4, 6]],
    ['금–월', [0, 1, 5, 6]],
    ['월요일부터 금요일까지', [1, 2, 3, 4, 5]],
  ])('%s', (typed, days) => {
    expect(readDays(typed)).toEqual(days);
  });

  test.each(['', 'soon', '월x', ',', 'mon-', '월-화-수', 'mon-soon'])('“%s” are none', (typed) => {
    expect(readDays(typed)).toBeNull();
  });
});

describe('a schedule', () => {
  test.each([
    ['30 8 * * 1-5', '평일 08:30', 'weekdays at 08:30'],
    ['0 9 * * *', '매일 09:00', 'every day at 09:00'],
    ['5 18 * * 1,3,5', '매주 월·수·금 18:05', 'Mon, Wed, Fri at 18:05'],
    ['0 9 * * 7', '매주 일 09:00', 'Sun at 09:00'],
    ['0 9,18 * * 1-5', '0 9,18 * * 1-5', '0 9,18 * * 1-5'],
    ['*/5 9 1 * *', '*/5 9 1 * *', '*/5 9 1 * *'],
  ])('%s is said', (schedule, ko, en) => {
    expect(scheduleWords(schedule)).toEqual({ ko, en });
  });

  test('made of an appointment gives the appointment back', () => {
    for (const days of [[1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5, 6], [0], [2, 4]])
      expect(appointmentOf(scheduleOf({ time: '08:05', days }))).toEqual({ time: '08:05', days });
    expect(scheduleOf({ time: '08:30', days: [1, 2, 3, 4, 5] })).toBe('30 8 * * 1-5');
    expect(appointmentOf('0 9 * * MON')).toBeNull();
    expect(appointmentOf('0 9 * * 5-1')).toBeNull();
  });
});
