# Compiles, with the tools that the program itself does not need.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm ci --ignore-scripts
COPY src src
RUN npm run build && find dist -name '*.map' -delete

# What the program needs to run, for the C library of the last stage.
FROM node:20.20.2-alpine3.22 AS modules
WORKDIR /modules
COPY package.json package-lock.json .npmrc ./
RUN apk add --no-cache binutils \
 && strip /usr/local/bin/node \
 && npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/@libsql/*-gnu \
 && find node_modules -type f \( -name '*.map' -o -name '*.ts' -o -name '*.mts' -o -name '*.cts' -o -name '*.md' \) -delete

FROM alpine:3.22
RUN apk add --no-cache libstdc++ git openssh-client-default \
 && adduser -D -H -u 10001 sowhat
COPY --from=modules /usr/local/bin/node /usr/local/bin/node
WORKDIR /app
COPY package.json ./
COPY bin bin
COPY config config
COPY src/sandbox/page/static src/sandbox/page/static
COPY --from=modules /modules/node_modules node_modules
COPY --from=build /build/dist dist
RUN mkdir data digests && chown sowhat data digests
ENV NODE_ENV=production HOME=/tmp
USER sowhat
VOLUME ["/app/data", "/app/digests"]
# Asks /healthz where the settings name a port for it; otherwise a living process is taken for healthy.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "bin/healthcheck.js"]
ENTRYPOINT ["node", "bin/sowhat.js"]
CMD ["start"]
