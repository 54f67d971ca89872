# The program alone: docker build -t sayso . && docker run --rm -v "$PWD:/news:ro" sayso /news/article.html
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /sayso ./cmd/sayso

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /sayso /sayso
COPY LICENSE rules/NOTICE /
ENV SAYSO_CACHE=off
USER 65532:65532
ENTRYPOINT ["/sayso"]
