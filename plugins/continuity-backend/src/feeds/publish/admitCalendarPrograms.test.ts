import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { hideFeedToken } from './admitCalendarPrograms';

describe('the log of requests', () => {
  const logged = jest.fn();
  const seen = jest.fn();

  function app() {
    const logger = mockServices.logger.mock({
      info: logged,
      child: () => logger,
    });
    const middleware = MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger,
    });
    const plugin = express.Router();
    plugin.use(hideFeedToken);
    plugin.get('/calendar-feeds/:token', (req, res) => {
      seen(req.params.token);
      res.send('BEGIN:VCALENDAR');
    });
    return express()
      .use(middleware.logging())
      .use('/api/continuity', plugin)
      .use(middleware.error());
  }

  beforeEach(() => jest.clearAllMocks());

  it.each([
    '/calendar-feeds/geheim.ics',
    '/CALENDAR-FEEDS/geheim.ics',
    '/calendar-feeds/geheim.ics?x=1',
    '/calendar-feeds/geheim.ics/more',
    '/calendar-feeds/geheim%2eics',
  ])('has a mask where the token was: %s', async path => {
    await request(app()).get(`/api/continuity${path}`);
    expect(logged).toHaveBeenCalled();
    const text = JSON.stringify(logged.mock.calls);
    expect(text).not.toContain('geheim');
    expect(text).toContain('/api/continuity/');
    expect(text).toContain('[masked]');
  });

  it('keeps the token for the route, and other addresses as they are', async () => {
    await request(app()).get('/api/continuity/calendar-feeds/geheim.ics');
    expect(seen).toHaveBeenCalledWith('geheim.ics');
    await request(app()).get('/api/continuity/calendars?x=1');
    expect(JSON.stringify(logged.mock.calls)).toContain(
      '/api/continuity/calendars?x=1',
    );
  });
});
