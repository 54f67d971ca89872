# The program alone: docker build -t sayso . && docker run --rm -v "$PWD:/news:ro" sayso /news/article.html
# It is the release's own binary, of the last commit, with the licences that its archive has.
FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN .ci/dist "linux/$(go env GOARCH)" && mkdir /release && tar -xzf dist/sayso_*.tar.gz --strip-components=1 -C /release

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /release/sayso /release/LICENSE /release/LICENSE-THIRD-PARTY /release/NOTICE /
ENV SAYSO_CACHE=off
USER 65532:65532
ENTRYPOINT ["/sayso"]
