const { createService } = require('./server');
{%- if values.database %}
const { isDatabaseReady } = require('./database');
{%- endif %}
{%- if values.flag %}
const { isOn } = require('./flags');
{%- endif %}

const service = createService({
  isReady: {% if values.database %}isDatabaseReady{% else %}async () => true{% endif %},
{%- if values.flag %}
  isOn,
{%- endif %}
});
service.listen(Number(process.env.PORT ?? 8080));

// What is being answered is answered; Kubernetes sends nothing new by then.
process.on('SIGTERM', () => {
  service.close(() => process.exit(0));
  service.closeIdleConnections();
});
