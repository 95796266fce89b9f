#!/bin/sh
# Makes the jobs of one project of IBM Cloud Code Engine: a job array that builds every night, and the roll-up two hours later.
# Before: ibmcloud login, ibmcloud target, ibmcloud ce project select; the image in a registry that the project can read.
#
#   IMAGE=… BUCKET=… ./create.sh
#
# A shard knows its part by JOB_INDEX and JOB_ARRAY_SIZE, which Code Engine sets. The retry limit is 0, for Code Engine would
# try again whatever the exit code was; run-quarter.sh in the container tries again after a 4 alone.
set -eu

image=${IMAGE:?IMAGE is not set: the image of deploy/Containerfile, with its registry}
bucket=${BUCKET:?BUCKET is not set: the bucket that holds attestations/, teams.yaml and out/}
location=${BUCKET_LOCATION:-eu-de}
access=${BUCKET_SECRET:-countersign-bucket}
shards=${SHARDS:-10}
zone=${TIME_ZONE:-Etc/UTC}

# The secret with the bucket's HMAC keys is made by hand, so that no key stands on a command line of this script:
#   ibmcloud ce secret create --name countersign-bucket --format hmac --access-key-id … --secret-access-key …
ibmcloud ce secret get --name "$access" >/dev/null

# The bucket as a folder. It renames file by file, so packs are written straight into place, the manifest last.
ibmcloud ce persistentdatastore create --name countersign \
  --cos-bucket-name "$bucket" --cos-bucket-location "$location" --cos-access-secret "$access"

ibmcloud ce job create --name countersign-build --image "$image" \
  --command run-quarter.sh --argument "" --argument build \
  --array-size "$shards" --retrylimit 0 --maxexecutiontime 7200 \
  --cpu 1 --memory 4G --ephemeral-storage 1G \
  --mount-data-store /data=countersign \
  --env COUNTERSIGN_ATTESTATIONS=/data/attestations --env COUNTERSIGN_OUT=/data/out --env COUNTERSIGN_NO_RENAME=1

ibmcloud ce job create --name countersign-rollup --image "$image" \
  --command run-quarter.sh --argument "" --argument rollup \
  --array-size 1 --retrylimit 0 --maxexecutiontime 3600 \
  --cpu 1 --memory 4G --ephemeral-storage 1G \
  --mount-data-store /data=countersign \
  --env COUNTERSIGN_OUT=/data/out --env COUNTERSIGN_ROSTER=/data/teams.yaml --env COUNTERSIGN_NO_RENAME=1

ibmcloud ce subscription cron create --name countersign-nightly \
  --destination-type job --destination countersign-build \
  --schedule "30 2 * * *" --time-zone "$zone"
ibmcloud ce subscription cron create --name countersign-nightly-rollup \
  --destination-type job --destination countersign-rollup \
  --schedule "45 4 * * *" --time-zone "$zone"
