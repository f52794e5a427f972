// The README's walk by a client whose types were generated from the API's document.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./api.js";

const baseUrl = required("JIAYOU_URL");

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} isn't set`);
  }
  return value;
}

/** A client with the token that the test has got for somebody. */
function as(who: string): Client<paths> {
  return createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${required(`TOKEN_${who}`)}` } });
}

/** What was answered; ends the walk if it was refused. */
function answered<T>(answer: { data?: T; error?: components["schemas"]["Problem"]; response: Response }): T {
  if (answer.error !== undefined || answer.data === undefined) {
    throw new Error(`${answer.response.url}: ${answer.response.status} ${answer.error?.code ?? ""} ${answer.error?.detail ?? ""}`);
  }
  return answer.data;
}

const [driverId, stationId, orderId] = ["ts-d1", "ts-s1", "ts-o1"] as const;

answered(await as("AGENT").POST("/api/drivers", { body: { driverId, name: "王小明", phone: "13800138009" } }));
answered(
  await as("HEAD_OFFICE").POST("/api/stations", {
    body: { stationId, name: "康健加油站", brand: "示范石油", location: { latitude: 31.154, longitude: 121.425 }, openingHours: "24/7" },
  }),
);
const manager = as("MANAGER");
answered(await manager.PUT("/api/stations/{stationId}/pumps/{pump}", { params: { path: { stationId, pump: 1 } }, body: { grades: ["95#"] } }));
answered(
  await manager.PUT("/api/stations/{stationId}/prices/{grade}", {
    params: { path: { stationId, grade: "95#" } },
    body: { unitPrice: 7890, currency: "CNY" },
  }),
);
const driver = as("DRIVER");
answered(
  await driver.POST("/api/orders", {
    body: { orderId, driverId, stationId, pump: 1, grade: "95#", preset: { kind: "AMOUNT", amount: 20000 } },
  }),
);
const path = { orderId };
answered(
  await driver.POST("/api/feedback", {
    body: { feedbackId: "ts-f1", driverId, orderId, category: "STATION_SERVICE", channel: "MINI_PROGRAM", rating: 2, text: "等了二十分钟" },
  }),
);
answered(
  await as("PAYMENTS").POST("/api/orders/{orderId}/payment", {
    params: { path },
    body: { amount: 20000, currency: "CNY", channel: "wechat-pay", transactionId: "ts-t1" },
  }),
);
const attendant = as("ATTENDANT");
answered(await attendant.POST("/api/orders/{orderId}/dispense", { params: { path }, body: { volumeMl: 25340 } }));
const completed = answered(await attendant.POST("/api/orders/{orderId}/completion", { params: { path } }));

const order = answered(await driver.GET("/api/orders/{orderId}", { params: { path, query: { version: completed.version } } }));
const sales = answered(
  await as("HEAD_OFFICE").GET("/api/dashboards/sales", { params: { query: { by: "station", version: completed.version } } }),
);
// 202 says that sums are being made; without asOf they are there
const rows = "rows" in sales ? sales.rows : [];
const sold = rows.find((row) => row.key === stationId);
const queue = answered(await as("AGENT").GET("/api/feedback", { params: { query: { version: completed.version } } }));
const history = answered(await as("AUDITOR").GET("/api/history", { params: { query: { type: "order", limit: 10 } } }));
console.log(
  JSON.stringify({
    status: order.status,
    payable: order.payable.amount,
    sold: sold?.amount,
    feedback: queue.items.some((item) => item.feedbackId === "ts-f1"),
    history: history.items.length > 0,
  }),
);
